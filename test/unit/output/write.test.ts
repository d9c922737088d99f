import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MANIFEST } from "../../../codegen/output/manifest.ts";
import { writePackages } from "../../../codegen/output/write.ts";
import { DiagnosticsError } from "../../../codegen/smithy/diagnostics.ts";
import { emptyFolder, packageOf, put, stamps, tree, write } from "./folder.ts";

/** The codes and files of the diagnostics that an action fails with. */
const refusal = async (action: Promise<unknown>): Promise<readonly string[]> => {
  const error = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DiagnosticsError)) throw error ?? new Error("It was not refused.");
  return error.diagnostics.map(({ code, place }) => `${code} ${place?.file}`);
};

const FIRST = { "package.json": "{}\n", "src/index.ts": "one\n", "src/old/a.ts": "a\n" };
const SECOND = { "package.json": "{}\n", "src/index.ts": "two\n", "src/new/b.ts": "b\n" };

describe("writing a package", () => {
  it("makes the folder, and the folders above it, with the files and a manifest", async () => {
    const out = join(emptyFolder(), "generated", "cognito");
    const written = await write(out, FIRST);
    const { [MANIFEST]: manifest, ...files } = tree(out);
    expect(files).toEqual(FIRST);
    expect(manifest).toBe(
      [
        "{",
        '  "tinsmith": "1.2.3",',
        '  "files": {',
        '    "package.json": "sha256-yj0WO6sFU4GCciYUBWjzvvfqrBh869doeOC2Pp5EI1Y=",',
        '    "src/index.ts": "sha256-LIsI2lzmA5jh8Zrw5dzMdE3ydLgmq+WF6rpoxSVDSAY=",',
        '    "src/old/a.ts": "sha256-h0KPxSKAPTEGXnvOPPA/5HUJZjHl4Hu9eg/eYMTPJcc="',
        "  }",
        "}",
        "",
      ].join("\n"),
    );
    expect(written).toEqual({
      written: [".tinsmith.json", "package.json", "src/index.ts", "src/old/a.ts"],
      removed: [],
      unchanged: 0,
    });
  });

  it("leaves nothing beside it", async () => {
    const parent = emptyFolder();
    await write(join(parent, "out"), FIRST);
    await write(join(parent, "out"), SECOND);
    expect(Object.keys(tree(parent)).filter((path) => !path.startsWith("out/"))).toEqual([]);
    expect(Object.keys(tree(join(parent, "out")))).toEqual([MANIFEST, ...Object.keys(SECOND).sort()]);
  });

  it("replaces what changed, removes what is no longer made with the folders it leaves empty, touches nothing else", async () => {
    const out = join(emptyFolder(), "out");
    await write(out, FIRST);
    put(out, "node_modules/x/index.js", "x");
    const before = stamps(out);
    const written = await write(out, SECOND);
    expect(written).toEqual({
      written: [MANIFEST, "src/index.ts", "src/new/b.ts"],
      removed: ["src/old/a.ts"],
      unchanged: 1,
    });
    const { [MANIFEST]: _, ...files } = tree(out);
    expect(files).toEqual({ ...SECOND, "node_modules/x/index.js": "x" });
    const after = stamps(out);
    expect(after["package.json"]).toBe(before["package.json"]);
    expect(after["node_modules/x/index.js"]).toBe(before["node_modules/x/index.js"]);
    expect(after["src/index.ts"]).not.toBe(before["src/index.ts"]);
  });

  it("touches nothing at all where nothing changed, the folder included", async () => {
    const parent = emptyFolder();
    const out = join(parent, "out");
    await write(out, FIRST);
    const before = stamps(parent);
    expect(await write(out, FIRST)).toEqual({ written: [], removed: [], unchanged: 4 });
    expect(stamps(parent)).toEqual(before);
  });

  it("overwrites its own files where someone changed them, and removes its own stale ones", async () => {
    const out = join(emptyFolder(), "out");
    await write(out, FIRST);
    put(out, "package.json", "mine");
    put(out, "src/old/a.ts", "mine");
    await write(out, SECOND);
    const { [MANIFEST]: _, ...files } = tree(out);
    expect(files).toEqual(SECOND);
  });

  it("swaps a file for a folder, and a folder for a file", async () => {
    const out = join(emptyFolder(), "out");
    await write(out, { a: "a", "b/c": "bc" });
    await write(out, { "a/d": "ad", b: "b" });
    const { [MANIFEST]: _, ...files } = tree(out);
    expect(files).toEqual({ "a/d": "ad", b: "b" });
  });

  it("follows a link that is the folder itself", async () => {
    const parent = emptyFolder();
    mkdirSync(join(parent, "real"));
    symlinkSync("real", join(parent, "out"));
    await write(join(parent, "out"), FIRST);
    expect(readFileSync(join(parent, "real", "src/index.ts"), "utf8")).toBe("one\n");
  });
});

describe("files that Tinsmith didn't write", () => {
  it("are all named, and nothing is written, of other packages neither", async () => {
    const parent = emptyFolder();
    const [one, two] = [join(parent, "one"), join(parent, "two")];
    put(two, "package.json", "mine");
    put(two, "src/index.ts", "mine");
    const before = tree(parent);
    expect(await refusal(writePackages([packageOf(one, FIRST), packageOf(two, FIRST)]))).toEqual([
      `TIN0402 ${two}/package.json`,
      `TIN0402 ${two}/src/index.ts`,
    ]);
    expect(tree(parent)).toEqual(before);
  });

  it("are adopted where they are what would be written", async () => {
    const out = join(emptyFolder(), "out");
    await write(out, FIRST);
    rmSync(join(out, MANIFEST));
    expect(await write(out, FIRST)).toEqual({ written: [MANIFEST], removed: [], unchanged: 3 });
  });

  it("are overwritten with force, those in the way alone", async () => {
    const out = emptyFolder();
    put(out, "package.json", "mine");
    put(out, "notes.txt", "mine");
    await write(out, FIRST, { force: true });
    const { [MANIFEST]: _, ...files } = tree(out);
    expect(files).toEqual({ ...FIRST, "notes.txt": "mine" });
  });

  it("stay where they keep a folder from going away, or from becoming a file", async () => {
    const out = join(emptyFolder(), "out");
    await write(out, { "a/b": "1" });
    put(out, "a/mine", "mine");
    expect(await refusal(write(out, { a: "2" }, { force: true }))).toEqual([`TIN0403 ${out}/a`]);
    await write(out, { c: "3" });
    const { [MANIFEST]: _, ...files } = tree(out);
    expect(files).toEqual({ "a/mine": "mine", c: "3" });
  });

  it("are in the way also where a file stands for a folder", async () => {
    const out = emptyFolder();
    put(out, "src", "mine");
    expect(await refusal(write(out, FIRST, { force: true }))).toContain(`TIN0403 ${out}/src`);
  });
});

describe("a hostile or broken folder", () => {
  it("is not left through a link inside it", async () => {
    const parent = emptyFolder();
    const out = join(parent, "out");
    mkdirSync(join(parent, "elsewhere"));
    mkdirSync(out);
    symlinkSync("../elsewhere", join(out, "src"));
    expect(await refusal(write(out, FIRST, { force: true }))).toEqual([`TIN0404 ${out}/src`]);
    expect(tree(join(parent, "elsewhere"))).toEqual({});
  });

  it("has a link in a file's place replaced, not followed", async () => {
    const parent = emptyFolder();
    const out = join(parent, "out");
    await write(out, FIRST);
    put(parent, "secret", "secret");
    rmSync(join(out, "package.json"));
    symlinkSync("../secret", join(out, "package.json"));
    await write(out, FIRST);
    expect(tree(out)["package.json"]).toBe("{}\n");
    expect(readFileSync(join(parent, "secret"), "utf8")).toBe("secret");
  });

  it.each([
    ["no JSON", "{"],
    ["another form", '{ "files": [] }'],
    ["a path that leads outside", '{ "tinsmith": "1", "files": { "../victim": "sha256-" } }'],
    ["an absolute path", '{ "tinsmith": "1", "files": { "/etc/passwd": "sha256-" } }'],
  ])("is refused with a manifest that has %s", async (_, manifest) => {
    const parent = emptyFolder();
    const out = join(parent, "out");
    put(parent, "victim", "here");
    put(out, MANIFEST, manifest);
    expect(await refusal(write(out, FIRST))).toEqual([`TIN0405 ${out}/${MANIFEST}`]);
    expect(existsSync(join(parent, "victim"))).toBe(true);
  });

  it("is no folder, or is below a file", async () => {
    const parent = emptyFolder();
    writeFileSync(join(parent, "file"), "");
    expect(await refusal(write(join(parent, "file"), FIRST))).toEqual([`TIN0406 ${parent}/file`]);
    expect((await refusal(write(join(parent, "file", "out"), FIRST)))[0]).toMatch(/^TIN0410 /);
    expect(tree(parent)).toEqual({ file: "" });
  });
});
