import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isObject, type Json, type JsonObject, own } from "../../codegen/smithy/json.ts";

/** The endpoint traits of one service: its rule set and the cases that come with it. */
export interface EndpointTests {
  readonly file: string;
  readonly ruleSet: Json;
  readonly traits: JsonObject;
  readonly cases: readonly JsonObject[];
}

/** All services with a rule set among the models of a folder. */
export const endpointTests = (folder: string): readonly EndpointTests[] => eachShape(folder, ofShape);

/** All paths of `operationContextParams` among the models of a folder. */
export const operationContextPaths = (folder: string): readonly string[] =>
  eachShape(folder, (_, shape) => {
    const traits = isObject(shape) ? own(shape, "traits") : undefined;
    const params = isObject(traits) ? own(traits, "smithy.rules#operationContextParams") : undefined;
    return isObject(params)
      ? Object.values(params).map((param) => String(isObject(param) ? own(param, "path") : ""))
      : [];
  });

const eachShape = <T>(folder: string, read: (file: string, shape: Json) => readonly T[]): readonly T[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => {
      const model: Json = JSON.parse(readFileSync(join(folder, file), "utf8"));
      const shapes = isObject(model) ? own(model, "shapes") : undefined;
      return isObject(shapes) ? Object.values(shapes).flatMap((shape) => read(file, shape)) : [];
    });

const ofShape = (file: string, shape: Json): readonly EndpointTests[] => {
  const traits = isObject(shape) ? own(shape, "traits") : undefined;
  if (!isObject(traits)) return [];
  const ruleSet = own(traits, "smithy.rules#endpointRuleSet");
  const tests = own(traits, "smithy.rules#endpointTests");
  const cases = isObject(tests) ? own(tests, "testCases") : undefined;
  return ruleSet === undefined
    ? []
    : [{ file, ruleSet, traits, cases: Array.isArray(cases) ? cases.filter(isObject) : [] }];
};
