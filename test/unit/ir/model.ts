import { type Lowered, lower } from "../../../codegen/ir/lower.ts";
import type { OperationIr, StructureIr } from "../../../codegen/ir/types.ts";
import { chooseOperations, chooseService } from "../../../codegen/smithy/choose.ts";
import type { JsonObject } from "../../../codegen/smithy/json.ts";
import { loadModel } from "../../../codegen/smithy/load.ts";

/** A service `a#S` that speaks awsJson1_0, with the given traits, operations and other shapes. */
export const lowered = (
  parts: {
    readonly traits?: JsonObject;
    readonly operations?: readonly string[];
    readonly service?: JsonObject;
    readonly shapes: JsonObject;
  },
  asked?: readonly string[],
  protocol?: string,
): Lowered => {
  const text = JSON.stringify({
    smithy: "2.0",
    shapes: {
      "a#S": {
        type: "service",
        version: "1",
        operations: (parts.operations ?? ["a#Op"]).map((target) => ({ target })),
        traits: { "aws.protocols#awsJson1_0": {}, ...parts.traits },
        ...parts.service,
      },
      ...parts.shapes,
    },
  });
  const { model } = loadModel([{ file: "a.json", text }]);
  const service = chooseService(model);
  const operations = chooseOperations(model, service, asked);
  return lower(model, service, { operations, asked: asked !== undefined, protocol });
};

/** An operation of the given input members. */
export const operationWith = (members: JsonObject, traits: JsonObject = {}): JsonObject => ({
  "a#Op": { type: "operation", input: { target: "a#In" }, traits },
  "a#In": { type: "structure", members },
});

export const only = ({ service }: Lowered): OperationIr => {
  const [operation] = service.operations;
  if (operation === undefined) throw new Error("There is no operation.");
  return operation;
};

export const structure = ({ service }: Lowered, id: string): StructureIr => {
  const type = service.typesById.get(id);
  if (type?.kind !== "structure") throw new Error(`${id} is not a structure.`);
  return type;
};
