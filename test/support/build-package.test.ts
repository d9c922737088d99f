import { describe, expect, it } from "vitest";
import { buildPackage, importPackage } from "./build-package.ts";
import { digestOf, packageForTypes } from "./package-source.ts";
import { type Compiler, compilers, emitDeclarations, typeCheck } from "./typecheck.ts";

/** A small package with all that a generated one has to do with modules. */
const files = new Map([
  ["package.json", '{ "name": "small", "version": "1.2.3", "type": "module" }'],
  [
    "src/index.ts",
    `import manifest from "../package.json" with { type: "json" };
import { Command } from "@smithy/core/client";
export { greet } from "./greet.js";
export class Thing extends Command.classBuilder<object, object, object, object, object>().build() {}
export const version: string = manifest.version;
export const later = async (): Promise<string> => (await import("./later.js")).word;
`,
  ],
  [
    "src/greet.ts",
    `import type { Name } from "./name.js";\nexport const greet = (name: Name): string => \`Hi \${name}\`;\n`,
  ],
  ["src/name.ts", "/** A name. */\nexport type Name = string;\n"],
  ["src/later.ts", 'export const word = "later";\n'],
]);

describe("importPackage", () => {
  it("builds sources in memory, with packages and dynamic imports", async () => {
    const built = await importPackage(files);
    expect(Object.keys(built).sort()).toEqual(["Thing", "greet", "later", "version"]);
    const { greet, later, version } = built as typeof built & {
      readonly greet: (name: string) => string;
      readonly later: () => Promise<string>;
    };
    expect([greet("you"), await later(), version]).toEqual(["Hi you", "later", "1.2.3"]);
  });

  it("builds the same files once", async () => {
    const [first, second] = await Promise.all([buildPackage(files), buildPackage(new Map([...files].reverse()))]);
    expect(second).toBe(first);
    expect(await buildPackage(new Map([...files, ["src/more.ts", "export {};"]]))).not.toBe(first);
  });

  it("says where sources don't parse", async () => {
    await expect(importPackage(new Map([["src/index.ts", "export const = 1;"]]))).rejects.toThrow("src/index.ts:1:13");
  });
});

describe("digestOf", () => {
  it("depends on paths, texts and purpose", () => {
    const digests = [
      digestOf(new Map([["a", "b"]]), "x"),
      digestOf(new Map([["a", "c"]]), "x"),
      digestOf(new Map([["b", "b"]]), "x"),
      digestOf(new Map([["a", "b"]]), "y"),
    ];
    expect(new Set(digests).size).toBe(4);
  });
});

describe.each(Object.keys(compilers) as Compiler[])("TypeScript %s", (compiler) => {
  const source = new Map([...files].filter(([path]) => /greet|name/.test(path)));

  it("emits declarations", async () => {
    const folder = await packageForTypes(source);
    const emitted = await emitDeclarations({ compiler, moduleResolution: "bundler", folder, files: ["src/greet.ts"] });
    expect([...emitted.keys()]).toEqual(["greet.d.ts", "name.d.ts"]);
    expect(emitted.get("greet.d.ts")).toContain("greet: (name: Name) => string;");
  });

  it("tells of faults, with places", async () => {
    const broken = new Map([["src/index.ts", 'export const x: number = "1";\n']]);
    const folder = await packageForTypes(broken);
    const check = { compiler, moduleResolution: "nodenext", folder, files: ["src/index.ts"] } as const;
    expect(await typeCheck(check)).toContain("src/index.ts(1,14): error TS2322");
    expect(await typeCheck({ ...check, options: { strict: false }, files: [] })).toContain("TS18002");
  });
});
