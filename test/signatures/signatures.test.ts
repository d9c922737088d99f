import { beforeAll, describe, expect, it } from "vitest";
import { type GeneratedPackage, generatedPackages, packageForTypes, readPackage } from "../support/package-source.ts";
import { type Compiler, emitDeclarations, type ModuleResolution } from "../support/typecheck.ts";
import { type DeclarationFile, readDeclarations } from "./declarations.ts";
import type { DocSection } from "./doc-sections.ts";
import { type Document, documents, readDocument } from "./documented.ts";

/** Where inference is known to give other text. */
const setups: readonly (readonly [Compiler, ModuleResolution])[] = [
  ["5.4", "node16"],
  ["5.9", "bundler"],
  ["5.9", "nodenext"],
  ["7", "nodenext"],
];

/** The error that the service has gained since the older two documents. */
const gained = { tag: "throws", name: "OperationNotEnabledException", fault: "client" } as const satisfies DocSection;

it("is held against both generated packages", () => {
  expect(
    generatedPackages()
      .map(({ runtime }) => runtime)
      .sort(),
  ).toEqual(["smithy-client", "smithy-core"]);
});

describe.each(generatedPackages())("declarations of the generated package $name", (own) => {
  let emitted: readonly ReadonlyMap<string, string>[];
  beforeAll(async () => {
    emitted = await emitAll(own);
  }, 300_000);

  it("are the same under every compiler", () => {
    const [first, ...others] = emitted.map(commands);
    expect(first?.size).toBe(4);
    for (const [index, other] of others.entries()) expect(other, setups[index + 1]?.join(", ")).toEqual(first);
  });

  it.each(documents.filter(({ runtime }) => runtime === own.runtime))("equal the document: $operation", (document) => {
    for (const [index, files] of emitted.entries()) {
      const found = commands(files).get(document.operation);
      expect(found, setups[index]?.join(", ")).toEqual(withGainedError(document));
    }
  });

  /** The declaration file of each command, by operation. */
  function commands(files: ReadonlyMap<string, string>): ReadonlyMap<string, DeclarationFile> {
    const name = readPackage(own.folder).get("package.json") ?? "{}";
    const { name: packageName }: { readonly name: string } = JSON.parse(name);
    const found = [...files].flatMap(([path, text]): [string, DeclarationFile][] => {
      const operation = /^commands\/(\w+)Command\.d\.ts$/.exec(path)?.[1];
      return operation === undefined ? [] : [[operation, readDeclarations(text, packageName)]];
    });
    return new Map(found);
  }
});

/** What each setup makes of a package's sources. */
async function emitAll(own: GeneratedPackage): Promise<readonly ReadonlyMap<string, string>[]> {
  const folder = await packageForTypes(readPackage(own.folder));
  const found: ReadonlyMap<string, string>[] = [];
  for (const [compiler, moduleResolution] of setups) {
    found.push(await emitDeclarations({ compiler, moduleResolution, folder, files: ["src/index.ts"] }));
  }
  return found;
}

/** A document with the error that was gained since, in its place by code units, if the document hasn't got it. */
function withGainedError(document: Document): DeclarationFile {
  const { imports, declarations } = readDocument(document);
  const add = (docs: readonly DocSection[]): readonly DocSection[] => {
    const names = docs.map((section) => ("fault" in section ? section.name : ""));
    const place = docs.findIndex((section) => "fault" in section && section.name > gained.name);
    return place < 0 || names.includes(gained.name) ? docs : [...docs.slice(0, place), gained, ...docs.slice(place)];
  };
  return { imports, declarations: declarations.map((one) => ({ ...one, docs: add(one.docs) })) };
}
