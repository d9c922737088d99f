import { generatePackage } from "../../codegen/generate.ts";
import type { PackageOptions } from "../../codegen/options.ts";
import type { File } from "../../codegen/output/file.ts";
import { loadModel } from "../../codegen/smithy/load.ts";
import { excerpt } from "./excerpt.ts";

/** A fenced block: its info string (```` ```json model ````), and what is in it. */
interface Block {
  readonly info: string;
  readonly text: string;
}

const FENCED = /^```([^`\n]+)\n([\s\S]*?)^```$/gm;

const blocksOf = (markdown: string): readonly Block[] =>
  [...markdown.matchAll(FENCED)].map(([, info = "", text = ""]) => ({ info, text }));

/**
 * The package of a scenario, made of its block `json model` with the options in its block `json options`.
 * @throws Error where there is no model, DiagnosticsError where it is wrong
 */
export const generateScenario = (markdown: string, name: string): readonly File[] => {
  const blocks = blocksOf(markdown);
  const model = blocks.find(({ info }) => info === "json model");
  if (model === undefined) throw new Error(`${name} has no block \`json model\`.`);
  const options: Partial<PackageOptions> = JSON.parse(blocks.find(({ info }) => info === "json options")?.text ?? "{}");
  const loaded = loadModel([{ file: `${name}.json`, text: model.text }]);
  return generatePackage(loaded.model, {
    runtime: "smithy-core",
    validation: "required",
    docs: "markdown",
    packageName: name,
    ...options,
  }).files;
};

/**
 * A scenario with its excerpts as they are today: of each block whose info string is a language, a file of the package
 * and, where it isn't the whole of it, the start of the line that the excerpt begins at:
 * ```` ```ts src/models/models_0.ts export interface Thing ````.
 *
 * @throws Error where a block names no file, or no line of it
 */
export const refreshed = (markdown: string, files: readonly File[]): string =>
  markdown.replace(FENCED, (block: string, info: string) => {
    if (info.startsWith("json model") || info.startsWith("json options")) return block;
    const [, path, anchor = ""] = /^\w+ (\S+) ?(.*)$/.exec(info) ?? [];
    const file = files.find((candidate) => candidate.path === path);
    if (file === undefined) throw new Error(`\`${info}\` names no file of the package.`);
    return `\`\`\`${info}\n${excerpt(file.text, anchor)}\n\`\`\``;
  });
