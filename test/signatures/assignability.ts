import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { digestOf } from "../support/package-source.ts";
import { typesCachePath } from "../support/paths.ts";
import { type Compiler, typeCheck } from "../support/typecheck.ts";
import type { ExportedName, OfficialCopy } from "./official-copy.ts";

/**
 * Compares the exports of a package with an official copy's: each name must exist and be assignable both ways.
 * @param entry - The package's `index.d.ts`.
 * @returns What TypeScript has to say against it; empty when all are.
 */
export async function assignabilityFaults(
  copy: OfficialCopy,
  entry: string,
  compiler: Compiler = "5.9",
): Promise<string> {
  const folder = typesCachePath();
  const text = checks(copy.names, specifier(folder, join(copy.folder, "index.d.ts")), specifier(folder, entry));
  const file = `assignability-${digestOf(new Map([["checks", text]]), "checks")}.ts`;
  writeFileSync(join(folder, file), text);
  const diagnostics = await typeCheck({ compiler, moduleResolution: "bundler", folder, files: [file] });
  return diagnostics
    .split("\n")
    .map((line) => named(line, text))
    .join("\n");
}

/** A diagnostic with the export that its line of the checks is about: compilers don't always name it themselves. */
function named(diagnostic: string, text: string): string {
  const line = /^assignability-\w+\.ts\((\d+),/.exec(diagnostic)?.[1];
  const name = /_([\w$]+):/.exec(text.split("\n")[Number(line) - 1] ?? "")?.[1];
  return name === undefined ? diagnostic : `${name.replace(/^(ours|official)_/, "")}: ${diagnostic}`;
}

/**
 * What a copy's own imports fail to find. A declaration that names a missing module would compare as `any`, which is
 * assignable to all.
 */
export async function unresolvedImports(folder: string): Promise<string> {
  const diagnostics = await typeCheck({
    compiler: "7",
    moduleResolution: "bundler",
    folder,
    files: ["index.d.ts"],
    options: { skipLibCheck: false },
  });
  // Paths of the copy itself have no folder above; what other packages' declarations lack is theirs.
  const own = diagnostics.split("\n").filter((line) => /^[^.\s(][^(]*\(\d+,\d+\): error/.test(line));
  return own.filter((line) => !line.includes("node_modules/")).join("\n");
}

function specifier(folder: string, declarations: string): string {
  return `./${relative(folder, declarations)
    .replaceAll("\\", "/")
    .replace(/\.d\.ts$/, "")}`;
}

/**
 * A file that compiles when all names are assignable both ways. A class counts by its instances, a client also by what it
 * is made with.
 */
function checks(names: readonly ExportedName[], official: string, ours: string): string {
  const lines = [`import type * as Official from "${official}";`, `import type * as Ours from "${ours}";`];
  for (const { name, type, value } of names) {
    if (type) lines.push(...bothWays(name, GENERIC_CLASSES.has(name) ? `InstanceType<typeof @.${name}>` : `@.${name}`));
    if (value) lines.push(...bothWays(`${name}_value`, `typeof @.${name}`));
    if (/[a-z]Client$/.test(name)) lines.push(...bothWays(`${name}_new`, `ConstructorParameters<typeof @.${name}>`));
  }
  return `${lines.join("\n")}\n`;
}

/** Classes that take type arguments; they are compared with the widest. */
const GENERIC_CLASSES: ReadonlySet<string> = new Set(["$Command", "__Client"]);

function bothWays(name: string, type: string): readonly string[] {
  const [official, ours] = [type.replaceAll("@", "Official"), type.replaceAll("@", "Ours")];
  return [
    `declare const official_${name}: ${official};`,
    `declare const ours_${name}: ${ours};`,
    `export const to_ours_${name}: ${ours} = official_${name};`,
    `export const to_official_${name}: ${official} = ours_${name};`,
  ];
}
