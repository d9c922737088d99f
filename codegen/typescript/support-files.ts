import type { File } from "../output/file.ts";
import { byCodeUnits } from "../smithy/order.ts";
import type { PackageScope } from "./file-scope.ts";
import { importList } from "./layout.ts";
import { moduleInRuntime, packageOf, type Runtime } from "./runtime.ts";
import { SUPPORT_TEXTS } from "./support-texts.ts";

/**
 * What a call seldom needs that succeeds, isn't signed and has no options of its own. The build of a package puts off
 * running these until something of them is used.
 */
export const SELDOM_USED: readonly string[] = [
  "canonical-request",
  "collect-web-body",
  "discard-body",
  "error-table",
  "json-error",
  "json-numbers",
  "query-errors",
  "request-signer",
  "retry-after",
  "retry-errors",
  "retry-rate-limit",
  "wire-log",
  "xml-error",
];

/** An import or a re-export over one or more lines, as the support files have them. */
const STATEMENT = /^(import|export) (type )?\{([^}]*)\} from "([^"]+)";$/gm;

/**
 * `src/support/*`: the support files that the package uses, those that they use, and what stands in for one in browsers,
 * each published name imported from the module that has it in the package's runtime.
 */
export const supportFiles = (scope: PackageScope): readonly File[] => {
  const files = new Map<string, File>();
  const waiting = [...scope.support];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (files.has(name)) continue;
    const text = SUPPORT_TEXTS.get(name);
    if (text === undefined) throw new Error(`There is no support file "${name}".`);
    files.set(name, { path: `src/support/${name}.ts`, text: inRuntime(text, scope) });
    for (const [, used] of text.matchAll(/(?:from |import\()"\.\/([\w.-]+)\.js"/g))
      if (used !== undefined) waiting.push(used);
    if (SUPPORT_TEXTS.has(`${name}.browser`)) waiting.push(`${name}.browser`);
  }
  return [...files.values()].sort((a, b) => byCodeUnits(a.path, b.path));
};

/** The text with its published imports moved to the runtime's modules, and these recorded as used. */
const inRuntime = (text: string, scope: PackageScope): string => {
  const moved = text.replace(STATEMENT, (statement, keyword, type = "", names: string, module: string) =>
    module.startsWith(".") ? statement : statements({ keyword, type, names, module }, scope.runtime),
  );
  for (const [, module = ""] of moved.matchAll(/(?:from |import\()"([^".][^"]*)"/g)) {
    if (!module.startsWith("node:")) scope.packages.add(packageOf(module));
  }
  return moved;
};

const statements = (
  { keyword, type, names, module }: { keyword: string; type: string; names: string; module: string },
  runtime: Runtime,
): string => {
  const byModule = new Map<string, string[]>();
  for (const name of names.split(",").map((item) => item.trim())) {
    if (name === "") continue;
    const exported = name.replace(/^type /, "").replace(/ as .*$/, "");
    const target = moduleInRuntime(module, exported, runtime);
    byModule.set(target, [...(byModule.get(target) ?? []), name]);
  }
  return [...byModule].map(([target, items]) => importList(`${keyword} ${type}`, items, target)).join("\n");
};
