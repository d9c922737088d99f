import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { repositoryPath } from "../support/paths.ts";
import type { Packages } from "./generate.ts";

/** How generated code is laid out: two spaces, 120 columns, double quotes, trailing commas. */
const CONFIGURATION = {
  root: true,
  formatter: { indentStyle: "space", indentWidth: 2, lineWidth: 120 },
  javascript: { formatter: { quoteStyle: "double", trailingCommas: "all" } },
  linter: { enabled: false },
  assist: { enabled: false },
  files: { maxSize: 20_000_000 },
};

/** What the formatter would change in the packages, as it shows it; empty where that is nothing. */
export const formatterFaults = async (packages: Packages): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-format-"));
  try {
    for (const [name, files] of packages) {
      for (const [path, text] of files) {
        if (!/\.(ts|mjs|json)$/.test(path)) continue;
        mkdirSync(dirname(join(folder, name, path)), { recursive: true });
        writeFileSync(join(folder, name, path), text);
      }
    }
    writeFileSync(join(folder, "biome.json"), `${JSON.stringify(CONFIGURATION, null, 2)}\n`);
    return await check(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The formatter says on its error stream what it would change, and ends with a code other than 0. */
const check = (folder: string): Promise<string> =>
  new Promise((done, fail) => {
    const biome = repositoryPath("node_modules", "@biomejs", "biome", "bin", "biome");
    const args = ["format", "--colors=off", "--max-diagnostics=20", "."];
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [biome, ...args], options, (error, stdout, stderr) => {
      if (error === null) done("");
      else if (stderr.trim() === "" && stdout.trim() === "") fail(error);
      else done(`${stdout}${stderr}`);
    });
  });
