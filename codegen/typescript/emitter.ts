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
  return { path: `${path}.ts`, text: render(template, { ...fields, imports: imports === "" ? "" : `${imports}\n\n` }) };
};
