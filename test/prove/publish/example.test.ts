import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { repositoryPath } from "../../support/paths.ts";
import { Machine, type Ran, write } from "./machine.ts";
import { publishTinsmith } from "./tinsmith.ts";

const EXAMPLE = repositoryPath("examples", "private-package");

// Each package manager begins with empty caches.
vi.setConfig({ testTimeout: 1_200_000, hookTimeout: 1_200_000 });

let machine: Machine;
/** Where somebody works, and what the others see. */
let checkout = "";
let clones = 0;

beforeAll(async () => {
  machine = await Machine.start();
  await publishTinsmith(machine);
  checkout = machine.empty("parcels");
  cpSync(EXAMPLE, checkout, { recursive: true });
  // What the example's README tells its users to change.
  for (const file of ["tinsmith.config.json", ".npmrc"])
    edit(file, "//npm.example.com/", machine.registry.url.slice(5));
  edit("tinsmith.config.json", '"https:', '"http:');
  edit(".npmrc", "=https:", "=http:");
  await git("init", "--quiet", "--initial-branch=main");
  await git("config", "user.name", "A team");
  await git("config", "user.email", "team@example.com");
});

afterAll(() => machine?.stop());

const edit = (file: string, from: string, to: string): void => {
  const path = join(checkout, file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replaceAll(from, to));
};

const git = (...args: readonly string[]): Promise<Ran> => machine.run(checkout, ["git", ...args]);

/** A line of the README or the workflow, as a shell carries it out; CI says who it is. */
const shell = (folder: string, line: string, { code = 0, CI = "" } = {}): Promise<Ran> =>
  machine.run(folder, ["bash", "-c", line], { code, env: CI === "" ? {} : { CI } });

/** The commands of the workflow's steps, in their order. Each stands on one line. */
const steps = [
  ...readFileSync(join(EXAMPLE, ".github", "workflows", "sdk.yml"), "utf8").matchAll(/^ +(?:- )?run: (.*)$/gm),
].map(([, line = ""]) => line);

/** The workflow in a fresh clone, as on the main branch; all that ran is what is told. */
const workflow = async (): Promise<{ readonly failed?: string; readonly output: string }> => {
  const clone = machine.empty(`clone-${clones++}`);
  await machine.run(machine.folder, ["git", "clone", "--quiet", checkout, clone]);
  let output = "";
  for (const line of steps) {
    try {
      const { stdout, stderr } = await shell(clone, line, { CI: "true" });
      output += stdout + stderr;
    } catch (error) {
      return { failed: line, output: output + String(error) };
    }
  }
  return { output };
};

/** The commands of a block of the example's README. */
const readmeBlock = (title: string): readonly string[] => {
  const text = readFileSync(join(EXAMPLE, "README.md"), "utf8");
  const block = new RegExp(`^${title}:\n\n\`\`\`sh\n([\\s\\S]*?)^\`\`\``, "m").exec(text)?.[1] ?? "";
  return block
    .trim()
    .split("\n")
    .map((line) => line.replace(/ +#.*/, ""));
};

const published = async (): Promise<readonly string[]> =>
  JSON.parse((await machine.run(checkout, ["npm", "view", "@example/parcels", "versions", "--json"])).stdout);

const commit = (line: string, message: string): string => `${line} --quiet --message "${message}"`;

describe("the example of a private package", () => {
  it("has a workflow with the steps that a release takes", () => {
    expect(steps.slice(0, 4)).toEqual(["npm ci", "npm run check", "npm run build", "npm test"]);
    expect(steps.length).toBe(5);
  });

  it("begins as its README says", async () => {
    const begin = readmeBlock("Begin");
    expect(begin.length).toBe(5);
    for (const line of begin.slice(0, -1)) await shell(checkout, line, { CI: "true" });
    await shell(checkout, commit(begin.at(-1) ?? "", "Begin"));
    expect((await git("status", "--short")).stdout).toBe("");
  });

  it("is published by its workflow once, and not again while the version stays", async () => {
    expect(await workflow()).not.toHaveProperty("failed");
    expect([await published()].flat()).toEqual(["1.0.0"]);
    expect(await workflow()).not.toHaveProperty("failed");
    expect([await published()].flat()).toEqual(["1.0.0"]);
  });

  it("fails its workflow, with a list, where the model changed and the package didn't", async () => {
    edit(
      "model/parcels.json",
      '"operations": [{ "target": "example.parcels#TrackParcel" }]',
      `"operations": [
        { "target": "example.parcels#TrackParcel" },
        { "target": "example.parcels#ReportLoss" }
      ]`,
    );
    edit(
      "model/parcels.json",
      '    "example.parcels#TrackParcel": {',
      `    "example.parcels#ReportLoss": {
      "type": "operation",
      "input": { "target": "example.parcels#TrackParcelInput" }
    },
    "example.parcels#TrackParcel": {`,
    );
    edit(
      "model/parcels.json",
      '"WAITING": {',
      '"LOST": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": "lost" } },\n        "WAITING": {',
    );
    const { stdout } = await shell(checkout, "npm run check", { code: 1 });
    expect(stdout).toMatch(/sdk: .*\d+ stale.*/);
    expect(stdout).toContain("src/commands/ReportLossCommand.ts");
    await shell(checkout, 'git commit --quiet --all --message "Losses"');
    expect(await workflow()).toMatchObject({
      failed: "npm run check",
      output: expect.stringContaining("src/models/enums.ts"),
    });
    await git("reset", "--quiet", "--soft", "HEAD~1");
  });

  it("is released anew as its README says: the golden files stop it, then show what changed", async () => {
    const [check = "", generate = "", build = "", test = "", update = "", save = ""] =
      readmeBlock("When the model changes");
    await shell(checkout, check, { code: 1 });
    edit("tinsmith.config.json", '"version": "1.0.0"', '"version": "1.1.0"');
    await shell(checkout, generate);
    await shell(checkout, check);
    await shell(checkout, build);
    const stopped = await shell(checkout, test, { code: 1, CI: "true" });
    expect(stopped.stdout + stopped.stderr).toContain("+ ReportLossCommand");
    await shell(checkout, update);
    await shell(checkout, commit(save, "Losses are reported"));
    const { stdout } = await git("show", "--stat=200", "--format=");
    for (const file of [
      "model/parcels.json",
      "tinsmith.config.json",
      "sdk/.tinsmith.json",
      "test/golden/exports.txt",
    ]) {
      expect(stdout).toContain(file);
    }
    expect(stdout).not.toContain("TrackParcel.http");
    expect(await workflow()).not.toHaveProperty("failed");
    expect(await published()).toEqual(["1.0.0", "1.1.0"]);
  });

  it("reaches a user by an update", async () => {
    const user = machine.empty("user");
    write(user, {
      "package.json": '{ "private": true, "dependencies": { "@example/parcels": "1.0.0" } }',
      "use.mjs": 'import * as sdk from "@example/parcels"; console.log(typeof sdk.ReportLossCommand, sdk.ParcelState);',
    });
    await machine.run(user, ["npm", "install"]);
    expect((await machine.run(user, ["node", "use.mjs"])).stdout).toMatch(/^undefined (?!.*LOST)/s);
    await machine.run(user, ["npm", "install", "@example/parcels@^1"]);
    expect((await machine.run(user, ["node", "use.mjs"])).stdout).toMatch(/^function .*LOST/s);
  });
});
