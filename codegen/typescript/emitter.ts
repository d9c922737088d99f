import type { ServiceIr } from "../ir/types.ts";
import type { PackageOptions } from "../options.ts";
import type { File } from "../output/file.ts";
import { FileScope, type PackageScope } from "./file-scope.ts";
import { render, type Template } from "./templates.ts";

/** What every emitter is given: the service, the user's choices, and the package being written. */
export interface Emission {
  readonly service: ServiceIr;
  readonly options: PackageOptions;
  readonly scope: PackageScope;
}

/**
 * Writes one TypeScript file: the view is made first, asking `scope` for each symbol, then the template shows it, with
 * the imports that were recorded on the way as `imports`.
 *
 * @param path below the package's folder, without `.ts`: `src/index`
 */
export const source = (
  path: string,
  template: Template,
  emission: Emission,
  view: (scope: FileScope) => object,
): File => {
  const scope = new FileScope(path, emission.scope);
  const fields = view(scope);
  const imports = scope.imports;
  const text = render(template, { ...fields, imports: imports === "" ? "" : `${imports}\n\n` });
  return { path: `${path}.ts`, text: tidy(text) };
};

/** Loops and conditions of a template leave blank lines: one is enough, and a file starts and ends without. */
const tidy = (text: string): string => `${text.replace(/\n{3,}/g, "\n\n").trim()}\n`;
