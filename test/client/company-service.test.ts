import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilerFaults } from "../golden/compile.ts";
import { formatterFaults } from "../golden/format.ts";
import { repositoryPath } from "../support/paths.ts";
import { dependenciesInTurn, exampleAt, Project, packagesOf } from "./company-service.ts";

const readme = readFileSync(exampleAt("README.md"), "utf8");
const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(exampleAt("package.json"), "utf8"),
);
/** What the README shows of the first calls. */
const printed = /^```text\n([\s\S]*?)^```/m.exec(readme)?.[1] ?? "";

type Server = { readonly endpoint: string; stop(): Promise<void> };

describe.each(["smithy-core", "smithy-client"] as const)("the example of a company's own service (%s)", (runtime) => {
  const packages = packagesOf(runtime);
  const names = [...packages.keys()];
  let project: Project;
  let server: Server;

  beforeAll(async () => {
    project = await Project.with(packages);
    const { start }: { readonly start: () => Promise<Server> } = await import(
      `${pathToFileURL(exampleAt("server.mjs")).href}?${runtime}`
    );
    server = await start();
  });
  afterAll(async () => {
    await server?.stop();
    project?.remove();
  });

  it("has a package for each of the service's protocols", () => {
    expect(names).toEqual(["@example/harbour", "@example/harbour-cbor"]);
    const protocols = [...packages.values()].map((files) =>
      [...files.keys()].find((path) => path.startsWith("src/protocols/")),
    );
    expect(protocols).toEqual([expect.stringMatching(/restJson1\.ts$/), expect.stringMatching(/rpcv2Cbor\.ts$/i)]);
  });

  it("depends on nothing of AWS, also not in turn", () => {
    for (const files of packages.values()) {
      const all = dependenciesInTurn(files);
      expect(all).toContain("@smithy/core");
      expect(all.filter((name) => name.startsWith("@aws-sdk/"))).toEqual([]);
      for (const [path, text] of files) {
        if (path.startsWith("src/")) expect([path, /"@aws-sdk\//.test(text)]).toEqual([path, false]);
      }
    }
  });

  it("compiles, and is laid out as a formatter would", async () => {
    expect(await compilerFaults(packages, "5.9")).toBe("");
    expect(await formatterFaults(packages)).toBe("");
  });

  it("prints what its README shows, by either protocol", async () => {
    const { endpoint } = server;
    expect(await project.run(["call.mjs"], { HARBOUR: endpoint })).toBe(printed);
    const second = await project.run(["call.mjs", "@example/harbour-cbor"], { HARBOUR: endpoint });
    expect(second).toBe(printed.replace("report 1 ", "report 2 "));
  });

  it("passes its own tests", async () => {
    const vitest = repositoryPath("node_modules", "vitest", "vitest.mjs");
    const output = await project.run([vitest, "run", "--root", project.folder]);
    expect(output).toMatch(/Tests\s+2 passed \(2\)/);
  });
});

describe("the README of the example", () => {
  it("names scripts and files that are there", () => {
    const named = [...readme.matchAll(/npm (?:run )?(generate|build|serve|call|test)\b/g)].map(([, name = ""]) => name);
    expect([...new Set(named)].sort()).toEqual(["build", "call", "generate", "serve", "test"]);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
    const files = readdirSync(exampleAt(), { recursive: true, encoding: "utf8" });
    const listed = [...readme.matchAll(/^\| `(.*?)` \|/gm)].map(([, name = ""]) => name);
    expect(listed.length).toBe(7);
    expect(listed.filter((name) => !files.includes(name))).toEqual([]);
  });
});
