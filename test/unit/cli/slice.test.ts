import { lstatSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyFolder, put, tree } from "../output/folder.ts";
import { MODEL, tinsmith } from "./fake.ts";

const home = process.cwd();
let folder = "";
beforeEach(() => {
  folder = emptyFolder();
  process.chdir(folder);
  put(folder, "tin.json", MODEL);
});
afterEach(() => process.chdir(home));

describe("slice", () => {
  it("writes the operations as a model of their own; a slice of it is the same bytes", async () => {
    const ran = await tinsmith("slice", "tin.json", "--operations", "Pong", "--out", "model/pong.json");
    expect(ran).toEqual({ code: 0, out: "model/pong.json: written\n", err: "" });
    const text = readFileSync("model/pong.json", "utf8");
    expect(Object.keys(JSON.parse(text).shapes)).toEqual(["example.tin#Pong", "example.tin#Tin"]);
    await tinsmith("slice", "model/pong.json", "--operations", "Pong", "--out", "again.json");
    expect(readFileSync("again.json", "utf8")).toBe(text);
    expect(Object.keys(tree(folder))).toEqual(["again.json", "model/pong.json", "tin.json"]);
  });

  it("refreshes an earlier one, and doesn't touch it where nothing changed", async () => {
    const slice = () => tinsmith("slice", "tin.json", "--operations", "Ping", "--service", "Tin", "--out", "s.json");
    await slice();
    const { ino, mtimeNs } = lstatSync("s.json", { bigint: true });
    expect((await slice()).out).toBe("s.json: unchanged\n");
    expect(lstatSync("s.json", { bigint: true })).toMatchObject({ ino, mtimeNs });
    writeFileSync("s.json", "old");
    expect((await slice()).out).toBe("s.json: written\n");
  });

  it.each([
    ["an unknown operation", ["tin.json", "--operations", "Pang", "--out", "s.json"], "TIN0053"],
    ["an unknown service", ["tin.json", "--operations", "Ping", "--service", "Can", "--out", "s.json"], "TIN0052"],
    ["no operations", ["tin.json", "--out", "s.json"], "Required option '--operations <NAMES>' not specified."],
    ["no file", ["tin.json", "--operations", "Ping"], "Required option '--out <FILE>' not specified."],
    ["no model", ["--operations", "Ping", "--out", "s.json"], "Missing required argument 'MODEL'."],
    ["a file below a file", ["tin.json", "--operations", "Ping", "--out", "tin.json/s.json"], "TIN0410"],
    ["a folder", ["tin.json", "--operations", "Ping", "--out", "."], "TIN0410"],
    ["too long a name", ["tin.json", "--operations", "Ping", "--out", "x".repeat(300)], "TIN0410"],
  ])("refuses %s: 2", async (_, args, message) => {
    const { code, out, err } = await tinsmith("slice", ...args);
    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(tree(folder)).toEqual({ "tin.json": MODEL });
  });
});

describe("help and version", () => {
  it.each([
    [["--help"], "Usage: tinsmith [options] [command]", "$ tinsmith generate --check "],
    [["generate", "--help"], "Usage: tinsmith generate", "$ tinsmith generate --check --json"],
    [["help", "slice"], "Usage: tinsmith slice", "$ tinsmith slice dynamodb.json"],
  ])("%j prints usage and examples: 0", async (args, usage, example) => {
    const { code, out, err } = await tinsmith(...args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(usage);
    expect(out).toContain(example);
  });

  it("--version prints the version: 0", async () => {
    const { version } = JSON.parse(readFileSync(`${home}/package.json`, "utf8"));
    expect(await tinsmith("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});
