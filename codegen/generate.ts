import { problems } from "./ir/diagnostic-table.ts";
import { lower } from "./ir/lower.ts";
import { RuleSetError } from "./ir/rule-set-error.ts";
import type { ServiceIr } from "./ir/types.ts";
import type { PackageOptions } from "./options.ts";
import type { File } from "./output/file.ts";
import { chooseOperations, chooseService } from "./smithy/choose.ts";
import { type Diagnostic, DiagnosticsError } from "./smithy/diagnostics.ts";
import type { Model } from "./smithy/model.ts";
import { customSchemes, DIGEST } from "./typescript/auth-schemes.ts";
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
  const { service, diagnostics } = lower(model, shape, {
    operations,
    asked: options.operations !== undefined,
    protocol: options.protocol,
  });
  const custom = customSchemes(service);
  const unknown = custom.filter((id) => id !== DIGEST);
  return {
    files: emitted(service, options),
    diagnostics: [
      ...diagnostics,
      ...(unknown.length === 0 ? [] : [{ ...problems.unknownAuth(unknown), shape: service.id }]),
      ...(custom.includes(DIGEST) ? [{ ...problems.digestAuth(), shape: service.id }] : []),
    ],
  };
};

/** Types in endpoint rules are known only once they are compiled, so what is wrong with them is too. */
const emitted = (service: ServiceIr, options: PackageOptions): readonly File[] => {
  try {
    return emit(service, options);
  } catch (cause) {
    if (!(cause instanceof RuleSetError)) throw cause;
    throw new DiagnosticsError([{ ...problems.badRuleSet(cause.message), shape: service.id }]);
  }
};
