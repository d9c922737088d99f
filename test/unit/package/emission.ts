import { readFileSync } from "node:fs";
import { lower } from "../../../codegen/ir/lower.ts";
import type { PackageOptions } from "../../../codegen/options.ts";
import { chooseOperations, chooseService } from "../../../codegen/smithy/choose.ts";
import { loadModel } from "../../../codegen/smithy/load.ts";
import type { Emission } from "../../../codegen/typescript/emitter.ts";
import { Names } from "../../../codegen/typescript/naming.ts";
import { repositoryPath } from "../../support/paths.ts";

/** What emitters get for a model of this repository: `model/cognito-user-pools.json`. */
export const emissionOf = (
  model: string,
  options: Partial<PackageOptions> = {},
  packages: readonly string[] = ["@smithy/types", "@smithy/core"],
): Emission => emissionOfText(readFileSync(repositoryPath(model), "utf8"), options, packages);

/** The same for the text of a model. */
export const emissionOfText = (
  text: string,
  options: Partial<PackageOptions> = {},
  packages: readonly string[] = [],
): Emission => {
  const { model } = loadModel([{ file: "model.json", text }]);
  const chosen = chooseService(model, options.service);
  const operations = chooseOperations(model, chosen, options.operations);
  const { service } = lower(model, chosen, { operations, asked: options.operations !== undefined });
  const runtime = options.runtime ?? "smithy-core";
  return {
    service,
    options: { validation: "required", docs: "markdown", ...options, runtime },
    scope: {
      names: new Names(service, "protocols/Aws_json"),
      runtime,
      support: new Set(),
      packages: new Set(packages),
    },
  };
};
