import type { PackageFiles } from "../support/package-source.ts";

/** The published packages that a generated package has to do with, sorted. */
export interface PackagesUsed {
  /** Those that its sources import, for whatever. */
  readonly imported: readonly string[];
  /** Those of `imported` that are there when the package runs: not for types alone. */
  readonly loaded: readonly string[];
  /** The `dependencies` of its `package.json`. */
  readonly depended: readonly string[];
}

/** `import type { A } from "b"`, `import { type A, c } from "b"`, `export { a } from "b"` */
const STATEMENT = /^(?:import|export) (type )?(?:\{([^}]*)\}|\*(?: as \w+)?|\w+) from "([^"]+)";$/gm;
/** `import("b")`, in types and in code; what is no type is awaited or returned. */
const EXPRESSION = /import\("([^"]+)"\)(\.[A-Z])?/g;

export const packagesUsed = (files: PackageFiles): PackagesUsed => {
  const imported = new Set<string>();
  const loaded = new Set<string>();
  const note = (module: string, isType: boolean): void => {
    if (module.startsWith(".") || module.startsWith("node:")) return;
    const name = module.split("/").slice(0, 2).join("/");
    imported.add(name);
    if (!isType) loaded.add(name);
  };
  for (const [path, text] of files) {
    if (!path.startsWith("src/")) continue;
    const code = text.replace(/\/\*[\s\S]*?\*\//g, "");
    for (const [, type, names, module = ""] of code.matchAll(STATEMENT)) {
      const items = (names ?? "").split(",").flatMap((item) => (item.trim() === "" ? [] : [item.trim()]));
      note(module, type !== undefined || (items.length > 0 && items.every((item) => item.startsWith("type "))));
    }
    for (const [, module = "", member] of code.matchAll(EXPRESSION)) note(module, member !== undefined);
  }
  const manifest = JSON.parse(files.get("package.json") ?? "{}") as Manifest;
  return {
    imported: [...imported].sort(),
    loaded: [...loaded].sort(),
    depended: Object.keys(manifest.dependencies ?? {}).sort(),
  };
};

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}
