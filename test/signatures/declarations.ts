import { Node, Project, type SourceFile, type Statement, ts } from "ts-morph";
import { type DocSection, docSections } from "./doc-sections.ts";

/** A declaration file as two of them compare: facts without layout, comments without sentences. */
export interface DeclarationFile {
  readonly imports: readonly ImportedNames[];
  /** In the order of the file. */
  readonly declarations: readonly Declaration[];
}

/** What a file imports from one module, by code units. The `type` modifier and file extensions are left out. */
export interface ImportedNames {
  readonly from: string;
  /** `name` or `name as other`. */
  readonly names: readonly string[];
}

/** A statement of a declaration file. */
export interface Declaration {
  /** The name that is declared, or the whole text of an export of names. */
  readonly name: string;
  /** As TypeScript prints it, without comments, line by line. */
  readonly text: readonly string[];
  readonly docs: readonly DocSection[];
  /** Doc comments of a class's members, by name. */
  readonly memberDocs: { readonly [name: string]: readonly DocSection[] };
}

const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

/**
 * Reads a declaration file.
 * @param text - The file, be its line breaks lost or not.
 * @param packageName - What the file's examples import from.
 * @throws Error when the text isn't TypeScript.
 */
export function readDeclarations(text: string, packageName: string): DeclarationFile {
  const project = new Project({ useInMemoryFileSystem: true, compilerOptions: { noLib: true } });
  const file = project.createSourceFile("declarations.d.ts", text);
  const faults = project.getProgram().getSyntacticDiagnostics(file);
  if (faults.length > 0) throw new Error(project.formatDiagnosticsWithColorAndContext(faults));
  return { imports: importsOf(file), declarations: declarationsOf(file, packageName) };
}

function importsOf(file: SourceFile): readonly ImportedNames[] {
  const modules = new Map<string, string[]>();
  for (const one of file.getImportDeclarations()) {
    const from = withoutExtension(one.getModuleSpecifierValue());
    const names = one.getNamedImports().map((name) => {
      const alias = name.getAliasNode()?.getText();
      return alias === undefined ? name.getName() : `${name.getName()} as ${alias}`;
    });
    const namespace = one.getNamespaceImport()?.getText();
    const all = namespace === undefined ? names : [...names, `* as ${namespace}`];
    modules.set(from, [...(modules.get(from) ?? []), ...all]);
  }
  return [...modules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, names]) => ({ from, names: [...names].sort() }));
}

function declarationsOf(file: SourceFile, packageName: string): readonly Declaration[] {
  return file
    .getStatements()
    .filter((statement) => !Node.isImportDeclaration(statement) && !isEmptyExport(statement))
    .map((statement) => {
      const text = printed(statement);
      return {
        name: nameOf(statement) ?? text.join(" "),
        text,
        docs: docsOf(statement, packageName),
        memberDocs: memberDocsOf(statement, packageName),
      };
    });
}

/** `export {}`, which compilers add to files that would be no module without. */
function isEmptyExport(statement: Statement): boolean {
  return (
    Node.isExportDeclaration(statement) && !statement.hasModuleSpecifier() && statement.getNamedExports().length === 0
  );
}

function printed(node: Node): readonly string[] {
  const source = node.getSourceFile().compilerNode;
  const text = printer.printNode(ts.EmitHint.Unspecified, node.compilerNode, source);
  const relative = text.replace(/"(\.\.?\/[^"]*)"/g, (_, path: string) => `"${withoutExtension(path)}"`);
  return relative.split("\n").map((line) => line.trim());
}

function nameOf(statement: Statement): string | undefined {
  if (Node.isVariableStatement(statement))
    return statement
      .getDeclarations()
      .map((one) => one.getName())
      .join(", ");
  const named =
    Node.isInterfaceDeclaration(statement) ||
    Node.isTypeAliasDeclaration(statement) ||
    Node.isClassDeclaration(statement);
  return named ? statement.getName() : undefined;
}

function memberDocsOf(statement: Statement, packageName: string): Declaration["memberDocs"] {
  if (!Node.isClassDeclaration(statement)) return {};
  const members = statement.getMembers().map((member): [string, readonly DocSection[]] => {
    const name = Node.isConstructorDeclaration(member) ? "constructor" : (member.getSymbol()?.getName() ?? "");
    return [name, docsOf(member, packageName)];
  });
  return Object.fromEntries(members);
}

/** The doc comment nearest to a node: the last one before it. */
function docsOf(node: Node, packageName: string): readonly DocSection[] {
  // What stands before the node, rather than the parser's notion of it, which ends at a line break that may be lost.
  const before = node.getSourceFile().getFullText().slice(node.getPos(), node.getStart(false));
  const last = before.match(/\/\*\*[\s\S]*?\*\//g)?.at(-1);
  return last === undefined ? [] : docSections(last, packageName);
}

function withoutExtension(specifier: string): string {
  return specifier.startsWith(".") ? specifier.replace(/(\/index)?\.(d\.)?[cm]?[jt]s$/, "") : specifier;
}
