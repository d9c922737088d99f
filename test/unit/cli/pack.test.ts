import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { repositoryPath } from "../../support/paths.ts";
import { emptyFolder } from "../output/folder.ts";

const root = emptyFolder();
const copy = join(root, "copy");
const user = join(root, "user");
let packed: readonly string[] = [];

const run = (folder: string, program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** What is published is built and packed elsewhere, so that nothing else uses it meanwhile. */
beforeAll(() => {
  mkdirSync(user);
  mkdirSync(copy);
  for (const file of ["package.json", "tinsmith.schema.json", "README.md", "LICENSE", "CHANGELOG.md"]) {
    if (existsSync(repositoryPath(file))) cpSync(repositoryPath(file), join(copy, file), { recursive: true });
  }
  run(copy, process.execPath, repositoryPath("build.mjs"), join(copy, "dist"));
  const [tarball] = JSON.parse(run(copy, "npm", "pack", "--json", "--ignore-scripts", "--pack-destination", user));
  packed = tarball.files.map(({ path }: { path: string }) => path);
  run(user, "npm", "init", "--yes");
  run(user, "npm", "install", "--offline", "--no-audit", "--no-fund", `./${tarball.filename}`);
});

describe("the packed command", () => {
  it("holds what a user needs, and nothing else", () => {
    expect(packed.filter((path) => !path.startsWith("dist/")).sort()).toEqual(
      ["CHANGELOG.md", "LICENSE", "README.md", "package.json", "tinsmith.schema.json"].filter((file) =>
        existsSync(repositoryPath(file)),
      ),
    );
    expect(
      packed.filter(
        (path) =>
          !/^dist\/(?:[\w-]+\.js|package\.json|THIRD-PARTY-NOTICES\.txt)$/.test(path) && path.startsWith("dist/"),
      ),
    ).toEqual([]);
  });

  it("holds the licence of each library in it", () => {
    const notices = readFileSync(join(copy, "dist/THIRD-PARTY-NOTICES.txt"), "utf8");
    for (const library of ["commander", "handlebars", "htmlparser2", "jsonc-parser", "picocolors"]) {
      expect(notices).toMatch(new RegExp(`^${library} \\d+\\.\\d+\\.\\d+ \\([\\w-]+\\)\\n`, "m"));
    }
  });

  it("depends on nothing and is executable", () => {
    const lock = JSON.parse(readFileSync(join(user, "package-lock.json"), "utf8"));
    expect(Object.keys(lock.packages)).toEqual(["", "node_modules/tinsmith"]);
    expect(statSync(join(user, "node_modules/tinsmith/dist/main.js")).mode & 0o111).toBe(0o111);
  });

  it("runs where it is installed: --version, --help and generate", () => {
    const tinsmith = join(user, "node_modules/.bin/tinsmith");
    const { version } = JSON.parse(readFileSync(repositoryPath("package.json"), "utf8"));
    expect(run(user, tinsmith, "--version")).toBe(`${version}\n`);
    expect(run(user, tinsmith, "--help")).toContain("Usage: tinsmith");
    const model = repositoryPath("model/cognito-user-pools.json");
    expect(run(user, tinsmith, "generate", model, "--out", "sdk")).toMatch(/^sdk: \d+ written, 0 unchanged\n$/);
    expect(run(user, tinsmith, "generate", model, "--out", "sdk", "--check")).toMatch(/^sdk: \d+ unchanged\n$/);
  });
});
