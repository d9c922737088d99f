import { isObject, type Json, type JsonObject, own } from "../../codegen/smithy/json.ts";

const DOCUMENTATION = "smithy.api#documentation";

/** The object under `key`; an empty one where there is none. */
export const objectAt = (value: Json | undefined, key: string): JsonObject => {
  const found = isObject(value) ? own(value, key) : undefined;
  return isObject(found) ? found : {};
};

/** Shape ids of a list of references, such as the `errors` of an operation: `[{ "target": id }]`. */
export const targetsAt = (shape: Json | undefined, key: string): readonly string[] => {
  const list = isObject(shape) ? own(shape, key) : undefined;
  return Array.isArray(list) ? list.flatMap(targetOf) : [];
};

/** Each member of a shape by name: those of a structure, a union or an enum, `member` of a list, `key` and `value` of a map. */
export const membersOf = (shape: Json | undefined): ReadonlyMap<string, JsonObject> => {
  const members = new Map<string, JsonObject>();
  for (const [name, member] of Object.entries(objectAt(shape, "members")))
    if (isObject(member)) members.set(name, member);
  for (const name of ["member", "key", "value"]) {
    const member = objectAt(shape, name);
    if (own(member, "target") !== undefined) members.set(name, member);
  }
  return members;
};

/** The ids of `shapes` that `operations` reach by input, output, errors and members, the operations included. */
export const closureOf = (shapes: JsonObject, operations: readonly string[]): ReadonlySet<string> => {
  const reached = new Set<string>();
  const open = [...operations];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const shape = own(shapes, id);
    if (shape === undefined || reached.has(id)) continue;
    reached.add(id);
    open.push(...targetOf(objectAt(shape, "input")), ...targetOf(objectAt(shape, "output")));
    open.push(...targetsAt(shape, "errors"), ...[...membersOf(shape).values()].flatMap(targetOf));
  }
  return reached;
};

/**
 * A copy without any documentation: neither the trait's nor the `documentation` texts inside of other traits, such as
 * endpoint rules. `traits` are left out where nothing else was in them.
 */
export const withoutDocumentation = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(withoutDocumentation);
  if (!isObject(value)) return value;
  const kept = Object.entries(value)
    .filter(([key, inner]) => !isDocumentation(key, inner))
    .map(([key, inner]): [string, Json] => [key, withoutDocumentation(inner)]);
  return Object.fromEntries(kept.filter(([key, inner]) => key !== "traits" || Object.keys(Object(inner)).length > 0));
};

/** All texts that `withoutDocumentation` leaves out, in the order of the model. */
export const documentationTexts = (value: Json): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(documentationTexts);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    isDocumentation(key, inner) ? [String(inner)] : documentationTexts(inner),
  );
};

/** The documentation of each shape and member, by `namespace#Name` or `namespace#Name$member`; "" where there is none. */
export const documentationOf = (shapes: JsonObject): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const note = (id: string, node: Json): void => {
    const text = own(objectAt(node, "traits"), DOCUMENTATION);
    found.set(id, typeof text === "string" ? text : "");
  };
  for (const [id, shape] of Object.entries(shapes)) {
    note(id, shape);
    for (const [name, member] of membersOf(shape)) note(`${id}$${name}`, member);
  }
  return found;
};

/** The sentences of six words or more in a text of HTML, without tags, on one line, in lower case. */
export const sentencesOf = (html: string): readonly string[] =>
  html
    .replaceAll(/<\/?(?:p|li|ul|ol|note|h\d|dt|dd|dl|div|important)\b[^>]*>/g, "\n\n")
    .replaceAll(/<[^>]*>/g, "")
    .split(/\n\s*\n|(?<=[.!?:;])\s+/)
    .map((sentence) => sentence.trim().replaceAll(/\s+/g, " ").toLowerCase())
    .filter((sentence) => sentence.split(" ").length >= 6);

function isDocumentation(key: string, value: Json): boolean {
  return typeof value === "string" && (key === DOCUMENTATION || key === "documentation");
}

function targetOf(reference: Json): readonly string[] {
  const target = isObject(reference) ? own(reference, "target") : undefined;
  return typeof target === "string" ? [target] : [];
}
