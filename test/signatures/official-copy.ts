import { join } from "node:path";
import { Node, Project, type SourceFile, ts } from "ts-morph";
import { packageForTypes, readPackage } from "../support/package-source.ts";
import { repositoryPath } from "../support/paths.ts";
import { documents, readDocument } from "./documented.ts";

const operations: readonly string[] = documents.map(({ operation }) => operation);
const client = "CognitoIdentityProviderClient.d.ts";
const aggregated = "CognitoIdentityProvider.d.ts";

/** What a name stands for, which decides how two of them are compared. */
export interface ExportedName {
  readonly name: string;
  /** A class counts as a type: its instance side is compared. */
  readonly type: boolean;
  /** A constant or a function. */
  readonly value: boolean;
}

/** The declarations of an official release, cut to the four operations. */
export interface OfficialCopy {
  /** Where the copy lies; its entry is `index.d.ts`. */
  readonly folder: string;
  /** The exports that belong to the four operations, by code units. */
  readonly names: readonly ExportedName[];
}

/** Copies the declarations of an installed official client, and finds what belongs to the four operations. */
export async function copyOfficial(installed: string): Promise<OfficialCopy> {
  const folder = await copyDeclarations(installed);
  return { folder, names: belonging(folder) };
}

/**
 * Copies the declarations of an installed official client to where they resolve the packages that ours do, with its unions
 * and its aggregated interface cut to the four operations. Paginators and schema values aren't exported by the copy.
 * @param change - A last change to the files, such as one that a check must find.
 * @returns The folder of the copy.
 */
export async function copyDeclarations(
  installed: string,
  change: (files: Map<string, string>) => void = () => undefined,
): Promise<string> {
  const all = readPackage(repositoryPath("node_modules", installed, "dist-types"));
  const files = cut(new Map([...all].filter(([path]) => !path.startsWith("ts3.4/"))));
  change(files);
  return packageForTypes(files);
}

function cut(files: Map<string, string>): Map<string, string> {
  const project = new Project({ useInMemoryFileSystem: true, compilerOptions: { noLib: true } });
  const edit = (path: string, dropped: (file: SourceFile) => readonly Node[]): void => {
    const file = project.createSourceFile(path, files.get(path) ?? "");
    files.set(path, without(file.getFullText(), dropped(file)));
  };
  edit(client, (file) => {
    const unions = ["ServiceInputTypes", "ServiceOutputTypes"].map((name) =>
      file.getTypeAliasOrThrow(name).getTypeNode(),
    );
    const members = unions.flatMap((union) => (Node.isUnionTypeNode(union) ? union.getTypeNodes() : []));
    return [...members.filter((member) => !isChosen(/^(\w+)Command/, member.getText())), ...foreignImports(file)];
  });
  edit(aggregated, (file) => {
    const members = file.getInterfaceOrThrow("CognitoIdentityProvider").getMembers();
    return [...members.filter((member) => !isChosen(/^(\w+)\(/, member.getText())), ...foreignImports(file)];
  });
  edit("commands/index.d.ts", (file) => exportsBut(file, /^\.\/(\w+)Command$/));
  edit("index.d.ts", (file) => exportsFrom(file, /^\.\/(pagination|schemas)/));
  const kept = (path: string): boolean =>
    !/^(pagination|protocols|schemas|runtimeConfig)/.test(path) &&
    (!/^commands\/\w+Command\./.test(path) || isChosen(/^commands\/(\w+)Command\./, path));
  return new Map([...files].filter(([path]) => kept(path)));
}

/** Whether the pattern's group is one of the four operations, its first letter's case aside. */
function isChosen(pattern: RegExp, text: string): boolean {
  const name = pattern.exec(text)?.[1] ?? "";
  return operations.includes(name.charAt(0).toUpperCase() + name.slice(1));
}

/** A text without some nodes, and without the bar that joins a union's member to the one after it. */
function without(text: string, nodes: readonly Node[]): string {
  let rest = text;
  for (const node of [...nodes].sort((a, b) => b.getPos() - a.getPos())) {
    const after = rest.slice(node.getEnd()).replace(/^ \|/, "");
    rest = rest.slice(0, node.getPos()) + after;
  }
  // The last of a union leaves the bar of the one before it.
  return rest.replace(/ \|\s*;/g, ";");
}

/** The imports of other operations' commands. */
function foreignImports(file: SourceFile): readonly Node[] {
  const commands = /^\.\/commands\/(\w+)Command$/;
  const all = file.getImportDeclarations().filter((one) => commands.test(one.getModuleSpecifierValue()));
  const foreign = all.filter((one) => !isChosen(commands, one.getModuleSpecifierValue()));
  const pagination = file
    .getImportDeclarations()
    .filter((one) => /^\.\/pagination/.test(one.getModuleSpecifierValue()));
  return [...foreign, ...pagination];
}

function exportsBut(file: SourceFile, chosen: RegExp): readonly Node[] {
  return file.getExportDeclarations().filter((one) => !isChosen(chosen, one.getModuleSpecifierValue() ?? ""));
}

function exportsFrom(file: SourceFile, from: RegExp): readonly Node[] {
  return file.getExportDeclarations().filter((one) => from.test(one.getModuleSpecifierValue() ?? ""));
}

/**
 * The exports that belong to the operations: all that isn't in `models/`, the errors that the documents list, and what
 * those name, and so on. What the models hold beyond that is of other operations.
 */
function belonging(folder: string): readonly ExportedName[] {
  const project = new Project({
    compilerOptions: { skipLibCheck: true, moduleResolution: ts.ModuleResolutionKind.Bundler },
  });
  const entry = project.addSourceFileAtPath(join(folder, "index.d.ts"));
  const exported = entry.getExportedDeclarations();
  const errors = new Set(
    documents.flatMap((document) =>
      readDocument(document).declarations.flatMap(({ docs }) => docs.map((part) => ("fault" in part ? part.name : ""))),
    ),
  );
  const isRoot = (name: string, nodes: readonly Node[]): boolean =>
    errors.has(name) || nodes.every((node) => !node.getSourceFile().getFilePath().includes("/models/"));
  const found = new Set([...exported].flatMap(([name, nodes]) => (isRoot(name, nodes) ? [name] : [])));
  // A set that grows while it is walked: names found on the way are visited too.
  for (const name of found) {
    for (const node of exported.get(name) ?? []) {
      if (!node.getSourceFile().getFilePath().startsWith(`${folder}/`)) continue;
      for (const identifier of [node, ...node.getDescendants()].filter(Node.isIdentifier)) {
        if (exported.has(identifier.getText())) found.add(identifier.getText());
      }
    }
    if (exported.has(`${name}FilterSensitiveLog`)) found.add(`${name}FilterSensitiveLog`);
  }
  return [...found].sort().map((name) => ({ name, ...meaning(exported.get(name) ?? []) }));
}

function meaning(nodes: readonly Node[]): Omit<ExportedName, "name"> {
  const isType = (node: Node): boolean =>
    Node.isInterfaceDeclaration(node) || Node.isTypeAliasDeclaration(node) || Node.isClassDeclaration(node);
  const isValue = (node: Node): boolean => Node.isVariableDeclaration(node) || Node.isFunctionDeclaration(node);
  return { type: nodes.some(isType), value: nodes.some(isValue) };
}
