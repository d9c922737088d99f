import { readdirSync, readFileSync } from "node:fs";
import { type Json, type JsonObject, own } from "../../codegen/smithy/json.ts";
import { nameOf } from "../../codegen/smithy/shape-id.ts";
import { objectAt, withoutDocumentation } from "../support/model-json.ts";
import { repositoryPath, sharedPath } from "../support/paths.ts";

/** A service whose exported names are held against those of the official generator. */
export interface NamedService {
  /** `dynamodb-2012-08-10`, or for one of the official protocol tests `protocol-tests-JsonProtocol`. */
  readonly name: string;
  readonly id: string;
  /** Its model without documentation and without other services. */
  readonly model: () => JsonObject;
}

/** The services of the shared models and of the official protocol tests; none on a machine without them. */
export const namedServices = (): readonly NamedService[] => {
  const models = sharedPath("models");
  const tests = sharedPath("protocol-tests");
  if (models === undefined || tests === undefined) return [];
  const shared = readdirSync(models)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({ path: `${models}/${file}`, name: () => file.replace(/\.json$/, "") }));
  const protocols = ["aws-protocols", "smithy-protocols"].map((file) => ({
    path: `${tests}/${file}.json`,
    name: (id: string) => `protocol-tests-${nameOf(id)}`,
  }));
  return [...shared, ...protocols].flatMap(({ path, name }) => {
    const model = read(path);
    return servicesOf(model).map((id) => ({ name: name(id), id, model: () => alone(model, id) }));
  });
};

/** The file that holds a service's names as the official generator exports them. */
export const recordedNames = (name: string): string => repositoryPath("test", "names", "recorded", `${name}.txt`);

const read = (path: string): JsonObject =>
  withoutDocumentation(JSON.parse(readFileSync(path, "utf8")) as Json) as JsonObject;

const servicesOf = (model: JsonObject): readonly string[] =>
  Object.entries(objectAt(model, "shapes"))
    .filter(([, shape]) => own(shape as JsonObject, "type") === "service")
    .map(([id]) => id);

const alone = (model: JsonObject, service: string): JsonObject => {
  const others = new Set(servicesOf(model).filter((id) => id !== service));
  const shapes = Object.entries(objectAt(model, "shapes")).filter(([id]) => !others.has(id));
  return { ...model, shapes: Object.fromEntries(shapes) };
};
