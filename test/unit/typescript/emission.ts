import type { JsonObject } from "../../../codegen/smithy/json.ts";
import type { Emission } from "../../../codegen/typescript/emitter.ts";
import { FileScope } from "../../../codegen/typescript/file-scope.ts";
import type { Runtime } from "../../../codegen/typescript/runtime.ts";
import { emissionOfText } from "../package/emission.ts";

export interface Service {
  readonly name?: string;
  readonly traits?: JsonObject;
  readonly runtime?: Runtime;
}

/**
 * What emitters get for a service of these shapes, by names in the namespace `example`: its operations are all that are
 * there, or one, `Take`, whose input is the shape `Input`.
 */
export const emissionOfShapes = (shapes: JsonObject, service: Service = {}): Emission => {
  const isOperation = (shape: unknown): boolean => typeof shape === "object" && shape !== null && isKind(shape);
  const isKind = (shape: object): boolean => "type" in shape && shape.type === "operation";
  const all = Object.values(shapes).some(isOperation)
    ? shapes
    : { ...shapes, Take: { type: "operation", input: of("Input") } };
  const operations = Object.entries(all).flatMap(([name, shape]) => (isOperation(shape) ? [of(name)] : []));
  const { name = "Things", traits = {}, runtime = "smithy-core" } = service;
  const declared = {
    [name]: { type: "service", version: "1", operations, traits: { ...PROTOCOL, ...traits } },
    ...all,
  };
  const ids = Object.entries(declared).map(([shape, value]) => [`example#${shape}`, value]);
  return emissionOfText(JSON.stringify({ smithy: "2.0", shapes: Object.fromEntries(ids) }), { runtime });
};

const PROTOCOL = { "aws.protocols#awsJson1_1": {} };

/** A reference to a shape of the model, or of the prelude: `of("smithy.api#String")`. */
export const of = (name: string, traits: JsonObject = {}): JsonObject => ({
  target: name.includes("#") ? name : `example#${name}`,
  traits,
});

export const structure = (members: JsonObject, traits: JsonObject = {}): JsonObject => ({
  type: "structure",
  members,
  traits,
});

/** One file of the package. */
export const fileOf = (emission: Emission, file: string): FileScope => new FileScope(`src/${file}`, emission.scope);
