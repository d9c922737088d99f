import { byCodeUnits } from "../smithy/order.ts";
import { importList } from "./layout.ts";
import type { Names, PackageSymbol } from "./naming.ts";
import { type PublishedName, packageOf, published, type Runtime } from "./runtime.ts";

interface Imported {
  readonly name: string;
  readonly as: string;
  typeOnly: boolean;
}

/** What a package's files have in common while they are written. */
export interface PackageScope {
  readonly names: Names;
  readonly runtime: Runtime;
  /** The support files used, without `.ts`: `json-rpc`. */
  readonly support: Set<string>;
  /** The published packages used, in code and in types. */
  readonly packages: Set<string>;
}

/**
 * One file being written: asking for a symbol gives the identifier to write and records the import. What is asked for
 * as a type alone is imported as a type.
 */
export class FileScope {
  readonly names: Names;
  readonly runtime: Runtime;
  readonly #file: string;
  readonly #package: PackageScope;
  readonly #imports = new Map<string, Map<string, Imported>>();
  readonly #paths = new Map<string, string>();

  /** @param file below the package's folder, without `.ts`: `src/commands/index`. */
  constructor(file: string, scope: PackageScope) {
    this.#file = file;
    this.#package = scope;
    this.names = scope.names;
    this.runtime = scope.runtime;
  }

  /** A published name as a value (or a class that is both). */
  use(key: PublishedName): string {
    return this.#published(key, false);
  }

  /** A published name as a type. */
  useType(key: PublishedName): string {
    return this.#published(key, true);
  }

  /** The module of a published name, for `import("module").Name`. */
  moduleOf(key: PublishedName): string {
    const { module } = published(key, this.runtime);
    this.#package.packages.add(packageOf(module));
    return module;
  }

  /** A name that another file of the package declares, as a value. */
  symbol(symbol: PackageSymbol, as = symbol.name): string {
    return this.#local(symbol, false, as);
  }

  /** The same as a type. */
  type(symbol: PackageSymbol): string {
    return this.#local(symbol, true);
  }

  /** A name that a support file exports; the file is then copied into the package. */
  support(file: string, name: string, options: { type?: boolean; as?: string } = {}): string {
    this.#package.support.add(file);
    return this.#local({ name, file: `support/${file}` }, options.type ?? false, options.as);
  }

  /** A global by its name, or through `globalThis` where the package declares that name. */
  global(name: string): string {
    return this.names.declares(name) ? `globalThis.${name}` : name;
  }

  /** The path of another file of the package as this one imports it. */
  pathTo(file: string): string {
    const known = this.#paths.get(file);
    if (known !== undefined) return known;
    const path = relativePath(this.#file, `src/${file}`);
    this.#paths.set(file, path);
    return path;
  }

  /** The import statements for all that was asked for: published modules first, then files of the package. */
  get imports(): string {
    return [...this.#imports]
      .sort(([a], [b]) => Number(a.startsWith(".")) - Number(b.startsWith(".")) || byCodeUnits(a, b))
      .map(([module, names]) => importStatement(module, [...names.values()]))
      .join("\n");
  }

  #published(key: PublishedName, typeOnly: boolean): string {
    const { name, as, module } = published(key, this.runtime);
    if (!this.#imports.has(module)) this.#package.packages.add(packageOf(module));
    return this.#import(module, name, this.names.importAlias(as), typeOnly);
  }

  #local(symbol: PackageSymbol, typeOnly: boolean, as = symbol.name): string {
    if (`src/${symbol.file}` === this.#file) return symbol.name;
    return this.#import(this.pathTo(symbol.file), symbol.name, as, typeOnly);
  }

  #import(module: string, name: string, as: string, typeOnly: boolean): string {
    const names = this.#imports.get(module) ?? new Map<string, Imported>();
    this.#imports.set(module, names);
    const known = names.get(as);
    if (known) known.typeOnly &&= typeOnly;
    else names.set(as, { name, as, typeOnly });
    return as;
  }
}

/** `../models/enums.js` of `src/commands/index` and `src/models/enums`. */
const relativePath = (from: string, to: string): string => {
  /** Where what both have in common ends, behind a slash. */
  let common = 0;
  for (let slash = from.indexOf("/"); slash !== -1; slash = from.indexOf("/", slash + 1)) {
    if (!to.startsWith(from.slice(0, slash + 1))) break;
    common = slash + 1;
  }
  const up = "../".repeat(from.slice(common).split("/").length - 1);
  return `${up === "" ? "./" : up}${to.slice(common)}.js`;
};

const importStatement = (module: string, names: readonly Imported[]): string => {
  const allTypes = names.every((imported) => imported.typeOnly);
  const items = [...names]
    .sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.as, b.as))
    .map(
      ({ name, as, typeOnly }) => `${typeOnly && !allTypes ? "type " : ""}${name === as ? name : `${name} as ${as}`}`,
    );
  const before = allTypes ? "import type " : "import ";
  return importList(before, items, module);
};
