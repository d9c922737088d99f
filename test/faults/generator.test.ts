import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import { build } from "esbuild";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { WORK } from "../../codegen/output/journal.ts";
import { repositoryPath } from "../support/paths.ts";
import { MODEL, type Ran, runWith } from "../unit/cli/fake.ts";
import { emptyFolder, put, stamps, tree } from "../unit/output/folder.ts";
import { generateMany } from "./generator-pipeline.ts";

const home = process.cwd();
let command = "";
let folder = "";
let out = "";

beforeAll(async () => {
  const root = emptyFolder();
  command = join(root, "dist/main.js");
  await build({
    entryPoints: [repositoryPath("test/faults/generator-child.ts")],
    outfile: command,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    mainFields: ["module", "main"],
    banner: { js: 'import { createRequire as r } from "node:module"; const require = r(import.meta.url);' },
  });
  cpSync(repositoryPath("package.json"), join(root, "package.json"));
});

beforeEach(() => {
  folder = emptyFolder();
  out = join(folder, "sdk");
  process.chdir(folder);
  put(folder, "tin.json", MODEL);
});
afterEach(() => process.chdir(home));

const argsOf = (version: string): readonly string[] => {
  return ["generate", "tin.json", "--out", "sdk", "--package-version", version];
};

/** A run as a process of its own. */
const start = (version: string): ChildProcess =>
  spawn(process.execPath, [command, ...argsOf(version)], { cwd: folder, stdio: "ignore" });

/** A run in this process, which nobody disturbs. */
const finish = (version: string, ...more: readonly string[]): Promise<Ran> =>
  runWith(generateMany, [...argsOf(version), ...more]);

type Tree = Readonly<Record<string, string | true>>;

/** The package as a run that nobody disturbs writes it, with a foreign file in it. */
const packageOf = async (version: string): Promise<Tree> => {
  rmSync(out, { recursive: true, force: true });
  expect((await finish(version)).code).toBe(0);
  put(out, "node_modules/x.js", "foreign");
  return tree(out);
};

const besides = (): readonly string[] => Object.keys(tree(folder)).filter((path) => !path.startsWith("sdk/"));

/** Holds that a killed run has left the old package, the new one, or one that a check calls interrupted. */
const expectWhole = async (before: Tree, now: Tree, round: string): Promise<void> => {
  const isInterrupted = existsSync(join(out, WORK, "journal.json"));
  const check = await finish("2.0.0", "--check");
  expect([0, 1], check.err).toContain(check.code);
  if (isInterrupted) {
    expect(check, round).toMatchObject({ code: 1, err: expect.stringContaining("TIN0409") });
    return;
  }
  const files = Object.entries(tree(out)).filter(([path]) => !/^\.tinsmith(?:-work|\.lock)/.test(path));
  expect(Object.fromEntries(files), round).toEqual(check.code === 0 ? now : before);
};

/** Kills a run at a moment that differs by round: some turns after something shows up on disk, or after a while. */
const killIn = async (child: ChildProcess, round: number): Promise<void> => {
  const exit = once(child, "exit");
  const sign = [join(out, ".tinsmith.lock"), join(out, WORK), join(out, WORK, "journal.json"), undefined][round % 4];
  if (sign === undefined) await Promise.race([setTimeout(40 + round * 12), exit]);
  else while (child.exitCode === null && child.signalCode === null && !existsSync(sign)) await setImmediate();
  for (let turn = 0; turn < round * 10; turn++) existsSync(out);
  child.kill("SIGKILL");
  await exit;
};

describe("a run killed with SIGKILL at any moment", () => {
  it("leaves the old package, the new one, or one that the next run makes good; foreign files stay", async () => {
    const now = await packageOf("2.0.0");
    const before = await packageOf("1.0.0");
    for (let round = 0; round < 12; round++) {
      await killIn(start("2.0.0"), round);
      await expectWhole(before, now, `round ${round}`);
      const { code, err } = await finish("2.0.0");
      expect(code, err).toBe(0);
      expect(tree(out), `round ${round}`).toEqual(now);
      expect(besides()).toEqual(["tin.json"]);
      expect((await finish("1.0.0")).code).toBe(0);
      expect(tree(out)).toEqual(before);
    }
  });

  it("leaves no package at all, or the whole of it, where there was none", async () => {
    await finish("1.0.0");
    const whole = tree(out);
    for (let round = 3; round < 36; round += 4) {
      rmSync(out, { recursive: true, force: true });
      await killIn(start("1.0.0"), round);
      expect(existsSync(out) ? tree(out) : whole, `round ${round}`).toEqual(whole);
      expect((await finish("1.0.0")).code).toBe(0);
      expect(tree(out)).toEqual(whole);
    }
  });
});

describe("a run that is told to end (SIGTERM, Ctrl-C)", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "by %s leaves the old package or the new one, and nothing to make good",
    async (signal) => {
      const packages = [await packageOf("2.0.0"), await packageOf("1.0.0")];
      const child = start("2.0.0");
      const exit = once(child, "exit");
      while (child.exitCode === null && !existsSync(join(out, WORK, "journal.json"))) await setImmediate();
      child.kill(signal);
      await exit;
      expect(packages).toContainEqual(tree(out));
    },
  );
});

describe("runs at once on one folder", () => {
  it.each(["where there is no package yet", "over a package"])("come one after the other, %s", async (where) => {
    const packages = [await packageOf("1.0.0"), await packageOf("2.0.0")];
    if (where !== "over a package") rmSync(out, { recursive: true });
    const runs = ["1.0.0", "2.0.0", "1.0.0"].map(start);
    const codes = await Promise.all(runs.map(async (child) => (await once(child, "exit"))[0]));
    expect(codes).toEqual([0, 0, 0]);
    put(out, "node_modules/x.js", "foreign");
    expect(packages).toContainEqual(tree(out));
    expect(besides()).toEqual(["tin.json"]);
  });
});

describe("a disk that refuses", () => {
  it("is reported with what it refuses: 2, nothing written", async () => {
    writeFileSync(join(folder, "file"), "");
    const { code, err } = await finish("1.0.0", "--out", "file/sdk");
    expect(code).toBe(2);
    expect(err).toMatch(/^file.* error TIN0410: This can't be written: /);
    expect(tree(folder)).toEqual({ file: "", "tin.json": MODEL });
  });

  it("is not asked to write where nothing changed", async () => {
    await packageOf("1.0.0");
    const before = stamps(folder);
    expect(await finish("1.0.0")).toEqual({ code: 0, out: "sdk: 151 unchanged\n", err: "" });
    expect(stamps(folder)).toEqual(before);
  });
});
