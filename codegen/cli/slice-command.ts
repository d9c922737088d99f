import { replaceFile } from "../output/replace-file.ts";
import { chooseOperations, chooseService } from "../smithy/choose.ts";
import type { Diagnostic } from "../smithy/diagnostics.ts";
import { readSources } from "../smithy/json-ast/read.ts";
import { loadModel } from "../smithy/load.ts";
import { sliceModel } from "../smithy/slice.ts";

export interface SliceArguments {
  readonly models: readonly string[];
  readonly operations: readonly string[];
  readonly out: string;
  readonly service?: string;
}

/**
 * `tinsmith slice`: writes the closure of some operations as a model of its own.
 * @throws DiagnosticsError with everything that is wrong with the model, the names or the file
 */
export const sliceCommand = ({
  models,
  operations,
  out,
  service: wanted,
}: SliceArguments): { readonly isWritten: boolean; readonly diagnostics: readonly Diagnostic[] } => {
  const { model, diagnostics } = loadModel(readSources(models));
  const service = chooseService(model, wanted);
  const text = sliceModel(model, service, chooseOperations(model, service, operations));
  return { isWritten: replaceFile(out, text), diagnostics };
};
