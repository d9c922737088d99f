import { lower } from "./ir/lower.ts";
import type { PackageOptions } from "./options.ts";
import type { File } from "./output/file.ts";
import { chooseOperations, chooseService } from "./smithy/choose.ts";
import type { Diagnostic } from "./smithy/diagnostics.ts";
import type { Model } from "./smithy/model.ts";
import { emit } from "./typescript/emit.ts";

export interface Generated {
  readonly files: readonly File[];
  /** Warnings: what was left out, and why. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The whole program: a model is cut to the service and operations asked for, lowered to what the service is, and
 * emitted as the files of a package.
 *
 * @throws DiagnosticsError with all that is wrong with the model or the choice
 */
export const generatePackage = (model: Model, options: PackageOptions): Generated => {
  const shape = chooseService(model, options.service);
  const operations = chooseOperations(model, shape, options.operations);
  const { service, diagnostics } = lower(model, shape, { operations, asked: options.operations !== undefined });
  return { files: emit(service, options), diagnostics };
};
