import { decodeRuleSet } from "../../codegen/ir/decode-rules.ts";
import type { ServiceIr } from "../../codegen/ir/types.ts";
import type { File } from "../../codegen/output/file.ts";
import { type JsonObject, own } from "../../codegen/smithy/json.ts";
import { endpoint } from "../../codegen/typescript/files/endpoint.ts";
import { Names } from "../../codegen/typescript/naming.ts";
import type { Runtime } from "../../codegen/typescript/runtime.ts";

/** What the emitted endpoint files say, and what they take with them. */
export interface EndpointFiles {
  readonly files: readonly File[];
  readonly support: readonly string[];
  readonly packages: readonly string[];
}

/** The endpoint files of a service that has nothing but the traits given. */
export const endpointFiles = (
  traits: JsonObject,
  runtime: Runtime = "smithy-core",
  more: Partial<ServiceIr> = {},
): EndpointFiles => {
  const ruleSet = own(traits, "smithy.rules#endpointRuleSet");
  const clientContextParams = own(traits, "smithy.rules#clientContextParams") ?? {};
  const service: ServiceIr = {
    id: "example#Service",
    name: "Service",
    version: "1",
    docs: { internal: false, unstable: false },
    protocol: "aws.protocols#awsJson1_1",
    operations: [],
    types: [],
    typesById: new Map(),
    authSchemes: [],
    customAuth: new Map(),
    awsQueryCompatible: false,
    noErrorWrapping: false,
    httpBindings: false,
    ...(ruleSet === undefined ? {} : { rules: decodeRuleSet(ruleSet) }),
    clientContextParams: new Map(Object.keys(clientContextParams).map((name) => [name, { type: "string" }])),
    ...more,
  };
  const support = new Set<string>();
  const packages = new Set<string>();
  const scope = { names: new Names(service, "protocols/Aws_json1_1"), runtime, support, packages };
  const files = endpoint({ service, options: { runtime, validation: "required", docs: "markdown" }, scope });
  return { files, support: [...support].sort(), packages: [...packages].sort() };
};
