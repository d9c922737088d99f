import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repositoryPath } from "../support/paths.ts";

const run = promisify(execFile);

/** Beside `package.json`, where the command looks for its version. */
const dist = repositoryPath("dist-golden");
const elsewhere = mkdtempSync(join(tmpdir(), "tinsmith-elsewhere-"));

beforeAll(async () => {
  await run(process.execPath, ["build.mjs", dist], { cwd: repositoryPath() });
});

afterAll(() => {
  for (const folder of [dist, elsewhere]) rmSync(folder, { recursive: true, force: true });
});

describe("tinsmith generate --check finds generated/ as it should be", () => {
  const config = repositoryPath("tinsmith.config.json");
  // In Turkish, "I" isn't "i" in capitals; in Estonian "z" comes before "t".
  const places: readonly (readonly [string, string, readonly string[], NodeJS.ProcessEnv])[] = [
    ["in its own folder", repositoryPath(), [], {}],
    ["from another folder", elsewhere, ["--config", config], {}],
    ["from the root of the file system", "/", ["--config", config], {}],
    ["in Turkish", elsewhere, ["--config", config], { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" }],
    ["in Estonian", repositoryPath(), [], { LC_ALL: "et_EE.UTF-8", LANG: "et_EE.UTF-8" }],
    ["without a locale, in another time zone", repositoryPath(), [], { LC_ALL: "C", TZ: "Pacific/Kiritimati" }],
  ];

  it.each(places)("%s", async (_, cwd, more, env) => {
    const args = [join(dist, "main.js"), "generate", "--check", "--json", ...more];
    // Drift is an exit code other than 0, and the report says of what.
    const { stdout } = await run(process.execPath, args, { cwd, env: { ...process.env, ...env } }).catch(reported);
    const { diagnostics, packages } = JSON.parse(stdout) as Report;
    expect(diagnostics).toEqual([]);
    expect(packages.map(({ stale, missing, extra }) => [stale, missing, extra])).toEqual([
      [[], [], []],
      [[], [], []],
    ]);
  });
});

const reported = (error: unknown): { readonly stdout: string } => {
  if (error instanceof Error && "stdout" in error && String(error.stdout) !== "")
    return { stdout: String(error.stdout) };
  throw error;
};

interface Report {
  readonly diagnostics: readonly unknown[];
  readonly packages: readonly {
    readonly stale: readonly string[];
    readonly missing: readonly string[];
    readonly extra: readonly string[];
  }[];
}
