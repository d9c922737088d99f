import { describe, expect, it } from "vitest";
import { differencesOf } from "./compare.ts";
import { exportsOf } from "./exports.ts";
import { readRecord, recordOf } from "./recorded.ts";

const files = new Map([
  [
    "src/index.ts",
    [
      'export * from "./models";',
      'export { Client, type Config as ClientConfig } from "./client.js";',
      'export type { Extension } from "./extension";',
      'export { Command } from "elsewhere";',
      'export * from "elsewhere";',
      'export * from "./schemas/schemas_0";',
    ].join("\n"),
  ],
  ["src/models/index.ts", 'export * from "./shapes";\nimport { Base } from "elsewhere";\nexport { Base };'],
  [
    "src/models/shapes.ts",
    [
      "export interface Shape {}",
      "export const Colour = {} as const;",
      "export type Colour = string;",
      "export namespace Union {}",
      "export type Union = Shape;",
      "export enum Size { S = 1 }",
      "export function visit() {}",
      "interface Hidden {}",
      "const hidden = 1;",
    ].join("\n"),
  ],
  ["src/client.ts", "class Client {}\ninterface Config {}\nexport { Client };\nexport type { Config };"],
  ["src/extension.ts", "export interface Extension {}\nexport interface NotExported {}"],
  ["src/schemas/schemas_0.ts", "export const Shape$ = 1;"],
]);
const exported = exportsOf(files, (path) => path.startsWith("src/schemas/"));

describe("the exports of a package", () => {
  it("are found through all of its files, with their kinds", () => {
    expect(recordOf(exported).trimEnd().split("\n")).toEqual([
      "Base imported",
      "Client class",
      "ClientConfig interface",
      "Colour const type",
      "Command imported",
      "Extension interface",
      "Shape interface",
      "Size enum",
      "Union namespace type",
      "visit function",
    ]);
    expect(readRecord(recordOf(exported))).toEqual(exported);
  });

  it("differ where one is missing or of another kind, and may be more", () => {
    expect(differencesOf("a", exported, new Map([...exported, ["More", ["class"]]]))).toEqual([]);
    const without = new Map([...exported].filter(([name]) => name !== "Shape"));
    expect(differencesOf("a", exported, without)).toEqual([
      { service: "a", name: "Shape", official: ["interface"], ours: undefined },
    ]);
    expect(differencesOf("a", exported, new Map([...exported, ["Colour", ["type"]]]))).toEqual([
      { service: "a", name: "Colour", official: ["const", "type"], ours: ["type"] },
    ]);
  });
});
