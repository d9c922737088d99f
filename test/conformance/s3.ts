import { isObject, type JsonObject, own } from "../../codegen/smithy/json.ts";
import { membersOf, objectAt } from "../support/model-json.ts";
import type { ExactJson, ExactJsonObject } from "./exact-json.ts";
import { objectOf } from "./tests.ts";

const SERVICE = "com.amazonaws.s3#AmazonS3";

/**
 * The model with S3's own endpoint rules, and what binds their parameters: the tests are about where requests go, and the
 * test model has no rules.
 */
export const withS3Rules = (model: JsonObject, s3: JsonObject): JsonObject => {
  const published = objectAt(s3, "shapes");
  const shapes = Object.entries(objectAt(model, "shapes")).map(([id, shape]) => {
    const real = own(published, id);
    const applies = isObject(shape) && isObject(real) && (id === SERVICE || id.startsWith("com.amazonaws.s3#"));
    return [id, applies ? withRules(shape, real) : shape] as const;
  });
  return { ...model, shapes: Object.fromEntries(shapes) };
};

const withRules = (shape: JsonObject, published: JsonObject): JsonObject => {
  const members = [...membersOf(shape)].map(([name, member]) => {
    const real = membersOf(published).get(name);
    return [name, real === undefined ? member : withRuleTraits(member, real)] as const;
  });
  const ruled = withRuleTraits(shape, published);
  return own(shape, "members") === undefined ? ruled : { ...ruled, members: Object.fromEntries(members) };
};

const withRuleTraits = (node: JsonObject, published: JsonObject): JsonObject => {
  const rules = Object.entries(objectAt(published, "traits")).filter(
    ([id]) => id.startsWith("smithy.rules#") && id !== "smithy.rules#endpointTests",
  );
  return rules.length === 0 ? node : { ...node, traits: { ...objectAt(node, "traits"), ...Object.fromEntries(rules) } };
};

/**
 * The configuration that `vendorParams` ask for; what they say of the operation counts more than what they say of the
 * client. Undefined where they say nothing.
 */
export const scopedConfig = (vendorParams: ExactJsonObject): object | undefined => {
  const scoped = vendorParams["scopedConfig"];
  if (scoped === undefined) return undefined;
  const { client, operation } = objectOf(scoped);
  const { region, ...clientWide } = objectOf(client);
  const settings = { ...objectOf(clientWide["s3"]), ...objectOf(objectOf(operation)["s3"]) };
  return { region, ...Object.fromEntries(Object.entries(settings).map(option)) };
};

const option = ([name, value]: readonly [string, ExactJson]): readonly [string, unknown] => {
  switch (name) {
    case "addressing_style":
      return ["forcePathStyle", value === "path"];
    case "use_dualstack_endpoint":
      return ["useDualstackEndpoint", value];
    case "use_accelerate_endpoint":
      return ["useAccelerateEndpoint", value];
    default:
      throw new Error(`No client has an option for the setting ${name}.`);
  }
};
