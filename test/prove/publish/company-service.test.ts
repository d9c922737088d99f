import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { repositoryPath } from "../../support/paths.ts";
import { Machine } from "./machine.ts";
import { publishTinsmith } from "./tinsmith.ts";

const EXAMPLE = repositoryPath("examples", "company-service");

// The package manager begins with empty caches.
vi.setConfig({ testTimeout: 1_200_000, hookTimeout: 1_200_000 });

/** The commands of the README's blocks, in their order, without their comments. */
const readme = readFileSync(join(EXAMPLE, "README.md"), "utf8");
const blocks = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block = ""]) =>
  block
    .trim()
    .split("\n")
    .map((line) => line.replace(/ +#.*/, "")),
);
const printed = /^```text\n([\s\S]*?)^```/m.exec(readme)?.[1] ?? "";

let machine: Machine;
let project = "";

const shell = (line: string, env: NodeJS.ProcessEnv = {}) => machine.run(project, ["bash", "-c", line], { env });

beforeAll(async () => {
  machine = await Machine.start();
  await publishTinsmith(machine);
  project = machine.empty("harbour");
  cpSync(EXAMPLE, project, { recursive: true });
});

afterAll(() => machine?.stop());

// The short form leaves it out: `npm test` builds and calls the same packages, without a registry.
describe.skipIf(process.env["SETUPS"] === "few")("the example of a company's own service", () => {
  const [ast = [], begin = [], serve = [], call = []] = blocks;

  it("has a README with commands to begin, to serve and to call", () => {
    expect([ast, begin, serve, call].map(({ length }) => length)).toEqual([1, 4, 1, 2]);
  });

  it("begins as its README says: its packages are generated, built and tested", async () => {
    for (const line of begin) await shell(line, { CI: "true" });
    const { stdout } = await machine.run(project, ["npm", "ls", "--all", "--parseable", "--omit=dev"]);
    expect(stdout).toMatch(/@smithy.core/);
    expect(stdout).not.toMatch(/@aws-sdk/);
  });

  it("answers the first calls as its README says, in both protocols", async () => {
    expect(serve).toEqual(["npm run serve"]);
    // The script's own command, since npm leaves its children behind when it is ended.
    const server = spawn(process.execPath, ["server.mjs", "--serve"], {
      cwd: project,
      env: { ...process.env, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const [line]: readonly string[] = await once(createInterface(server.stdout), "line");
      const HARBOUR = /http:\S+/.exec(line ?? "")?.[0] ?? "";
      for (const [index, command] of call.entries()) {
        const { stdout } = await shell(command.replace("npm run", "npm run --silent"), { HARBOUR });
        expect(stdout).toBe(printed.replace("report 1 ", `report ${index + 1} `));
      }
    } finally {
      server.kill();
      await once(server, "close");
    }
  });
});
