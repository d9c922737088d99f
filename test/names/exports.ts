import { posix } from "node:path";
import { ts } from "ts-morph";
import { byCodeUnits } from "../../codegen/smithy/order.ts";
import type { PackageFiles } from "../support/package-source.ts";

/** What a declaration is; `imported` is one of another package, whatever it is there. */
export type Kind = "class" | "interface" | "type" | "const" | "function" | "enum" | "namespace" | "imported";

/** What a package exports: each name with what is declared under it, sorted. */
export type Exports = ReadonlyMap<string, readonly Kind[]>;

/**
 * The declarations that the sources of a package export from `src/index.ts`, by its syntax alone: nothing is resolved
 * outside of the package.
 *
 * @param leaves tells the files, by their path without an ending, whose exports don't count
 */
export const exportsOf = (files: PackageFiles, leaves: (path: string) => boolean = () => false): Exports => {
  const found = namesOf("src/index", { files, leaves, known: new Map() });
  return new Map([...found].sort(([a], [b]) => byCodeUnits(a, b)).map(([name, kinds]) => [name, [...kinds].sort()]));
};

interface Search {
  readonly files: PackageFiles;
  readonly leaves: (path: string) => boolean;
  readonly known: Map<string, Names>;
}

type Names = Map<string, Set<Kind>>;

const namesOf = (path: string, search: Search): Names => {
  const known = search.known.get(path);
  if (known !== undefined) return known;
  const exported: Names = new Map();
  search.known.set(path, exported);
  if (search.leaves(path)) return exported;
  const text = search.files.get(`${path}.ts`);
  if (text === undefined) throw new Error(`There is no ${path}.ts.`);
  const source = ts.createSourceFile(`${path}.ts`, text, ts.ScriptTarget.ESNext);
  const declared: Names = new Map();
  for (const statement of source.statements) {
    for (const [name, kind] of declarationsOf(statement)) {
      add(declared, name, [kind]);
      if (isExported(statement)) add(exported, name, [kind]);
    }
  }
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement)) addExports(exported, statement, { path, declared, search });
  }
  return exported;
};

const addExports = (
  exported: Names,
  { exportClause, moduleSpecifier }: ts.ExportDeclaration,
  { path, declared, search }: { readonly path: string; readonly declared: Names; readonly search: Search },
): void => {
  const module =
    moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
  const inside = module === undefined ? undefined : resolved(path, module, search);
  const names = module === undefined ? declared : inside === undefined ? new Map() : namesOf(inside, search);
  if (exportClause === undefined) {
    for (const [name, kinds] of names) add(exported, name, kinds);
  } else if (ts.isNamedExports(exportClause)) {
    for (const { name, propertyName } of exportClause.elements) {
      add(exported, name.text, names.get((propertyName ?? name).text) ?? ["imported"]);
    }
  }
};

/** The file of a relative module, without its ending; undefined outside of the package. */
const resolved = (from: string, module: string, { files }: Search): string | undefined => {
  if (!module.startsWith(".")) return undefined;
  const path = posix.join(posix.dirname(from), module.replace(/\.js$/, ""));
  return files.has(`${path}.ts`) ? path : `${path}/index`;
};

const add = (names: Names, name: string, kinds: Iterable<Kind>): void => {
  const all = names.get(name) ?? new Set<Kind>();
  for (const kind of kinds) all.add(kind);
  names.set(name, all);
};

const declarationsOf = (statement: ts.Statement): readonly (readonly [string, Kind])[] => {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [[name.text, "const"] as const] : [],
    );
  }
  const kind = kindOf(statement);
  const { name } = statement as { readonly name?: ts.Identifier };
  return kind === undefined || name === undefined ? [] : [[name.text, kind]];
};

const kindOf = (statement: ts.Statement): Kind | undefined => {
  if (ts.isClassDeclaration(statement)) return "class";
  if (ts.isInterfaceDeclaration(statement)) return "interface";
  if (ts.isTypeAliasDeclaration(statement)) return "type";
  if (ts.isFunctionDeclaration(statement)) return "function";
  if (ts.isEnumDeclaration(statement)) return "enum";
  return ts.isModuleDeclaration(statement) ? "namespace" : undefined;
};

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
