import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readlinkSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MODEL, type Ran, runWith } from "../unit/cli/fake.ts";
import { emptyFolder, put, tree } from "../unit/output/folder.ts";
import { generateMany } from "./generator-pipeline.ts";

const home = process.cwd();
let folder = "";

beforeEach(() => {
  folder = emptyFolder();
  process.chdir(folder);
  put(folder, "tin.json", MODEL);
});
afterEach(() => process.chdir(home));

const generate = (out: string, version = "1.0.0", ...more: readonly string[]): Promise<Ran> =>
  runWith(generateMany, ["generate", "tin.json", "--out", out, "--package-version", version, ...more]);

/** Refused with 2 and a diagnostic; everything stands as it stood. */
const expectRefused = async (out: string, code: string, ...more: readonly string[]): Promise<void> => {
  const before = tree(folder);
  const ran = await generate(out, "1.0.0", ...more);
  expect(ran).toMatchObject({ code: 2, err: expect.stringContaining(code) });
  expect(tree(folder)).toEqual(before);
};

describe("an output folder that can't be", () => {
  it.each([
    ["a link to itself", "loop"],
    ["below a link to itself", "loop/sdk"],
    ["a link that leads nowhere", "dangling"],
    ["below a link that leads nowhere", "dangling/sdk"],
    ["a name that is too long", "x".repeat(300)],
    ["below a name that is too long", `${"x".repeat(300)}/sdk`],
    ["a device", "/dev/null"],
    ["below a device", "/dev/null/sdk"],
  ])("is refused, to be written or checked: %s", async (_, out) => {
    symlinkSync("loop", "loop");
    symlinkSync("nowhere/at/all", "dangling");
    await expectRefused(out, "TIN04");
    const { code } = await generate(out, "1.0.0", "--check");
    expect([1, 2]).toContain(code);
    expect(Object.keys(tree(folder))).toEqual(["dangling", "loop", "tin.json"]);
  });

  it.runIf(process.platform === "linux")("is refused in a file system that makes no folders", async () => {
    await expectRefused("/proc/tinsmith/sdk", "TIN0410");
    await expectRefused("/proc/tinsmith/one/two", "TIN0410");
  });
});

describe("links", () => {
  it("to the output folder are followed, and stay", async () => {
    mkdirSync("elsewhere");
    symlinkSync("elsewhere", "sdk");
    expect((await generate("sdk")).code).toBe(0);
    expect(readlinkSync("sdk")).toBe("elsewhere");
    expect(existsSync("elsewhere/.tinsmith.json")).toBe(true);
    expect((await generate("elsewhere", "1.0.0", "--check")).code).toBe(0);
    expect((await generate("sdk", "2.0.0")).code).toBe(0);
    expect(readlinkSync("sdk")).toBe("elsewhere");
  });

  it.each([[], ["--force"]])(
    "inside that lead out are refused, for new files and for old ones (%j)",
    async (...force) => {
      mkdirSync("outside/same", { recursive: true });
      put(folder, "outside/f1.txt", "not ours");
      for (const [path, version] of [
        ["src", "1.0.0"],
        ["only-2.0.0", "2.0.0"],
      ] as const) {
        expect((await generate("sdk", version)).code).toBe(0);
        rmSync(join("sdk", path), { recursive: true });
        symlinkSync("../outside", join("sdk", path));
        await expectRefused("sdk", "TIN0404", ...force);
        rmSync("sdk", { recursive: true });
      }
      expect(tree("outside")).toEqual({ "f1.txt": "not ours", same: true });
    },
  );
});

it.runIf(process.platform !== "win32")("a pipe in the manifest's place is refused, not read", async () => {
  mkdirSync("sdk");
  execFileSync("mkfifo", ["sdk/.tinsmith.json"]);
  expect(await generate("sdk")).toMatchObject({ code: 2, err: expect.stringContaining("TIN0405") });
  expect(await generate("sdk", "1.0.0", "--force")).toMatchObject({ code: 2 });
});

/** A file system of its own, of 900 KB; undefined where this user may not mount one. */
const mounted = (): { readonly change: (options: string) => void; readonly unmount: () => void } | undefined => {
  mkdirSync("disk");
  const disk = realpathSync("disk");
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=900k", "tmpfs", disk], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  return {
    change: (options) => execFileSync("mount", ["-o", `remount,${options}`, disk]),
    unmount: () => execFileSync("umount", ["--lazy", disk]),
  };
};

describe("a small disk (left out where nothing may be mounted)", () => {
  it("that gets full leaves no package, or the old one; with room the next run succeeds", async (context) => {
    const disk = mounted();
    if (disk === undefined) return context.skip("this user may not mount a file system");
    try {
      // A package of 151 files takes as many pages of memory, and another one beside it is too much.
      expect((await generate("disk/a/sdk")).code).toBe(0);
      const before = tree("disk");
      for (const out of ["disk/b/sdk", "disk/a/sdk"]) {
        const ran = await generate(out, "2.0.0");
        expect(ran).toMatchObject({ code: 2, err: expect.stringContaining("the disk is full (ENOSPC)") });
        expect(tree("disk"), out).toEqual(before);
        expect((await generate("disk/a/sdk", "1.0.0", "--check")).code).toBe(0);
      }
      disk.change("size=4m");
      expect((await generate("disk/a/sdk", "2.0.0")).code).toBe(0);
      expect((await generate("disk/a/sdk", "2.0.0", "--check")).code).toBe(0);
    } finally {
      disk.unmount();
    }
  });

  it("that is read-only is reported, and still checked", async (context) => {
    const disk = mounted();
    if (disk === undefined) return context.skip("this user may not mount a file system");
    try {
      expect((await generate("disk/sdk")).code).toBe(0);
      disk.change("ro");
      const before = tree("disk");
      for (const out of ["disk/sdk", "disk/other"]) {
        const ran = await generate(out, "2.0.0");
        expect(ran).toMatchObject({ code: 2, err: expect.stringContaining("the file system is read-only (EROFS)") });
      }
      expect(tree("disk")).toEqual(before);
      expect((await generate("disk/sdk", "1.0.0", "--check")).code).toBe(0);
      expect((await generate("disk/sdk")).code).toBe(0);
      expect((await generate("disk/sdk", "2.0.0", "--check")).code).toBe(1);
    } finally {
      disk.unmount();
    }
  });
});

// Whoever is root may write anywhere.
it.skipIf(process.getuid?.() === 0)("a folder that may not be written is reported", async () => {
  expect((await generate("sdk")).code).toBe(0);
  const before = tree(folder);
  chmodSync("sdk", 0o555);
  try {
    expect(await generate("sdk", "2.0.0")).toMatchObject({ code: 2, err: expect.stringContaining("(EACCES)") });
    expect(tree(folder)).toEqual(before);
  } finally {
    chmodSync("sdk", 0o755);
  }
});
