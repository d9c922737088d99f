import { RuleSetError } from "../../ir/rule-set-error.ts";
import type { Place } from "./expressions.ts";
import { isSet, LEVEL, paren, type RuleType, type Value, value } from "./values.ts";

/** What the structures of the rules language hold. */
const ATTRIBUTES: ReadonlyMap<RuleType, ReadonlyMap<string, RuleType>> = new Map([
  [
    "partition",
    new Map<string, RuleType>([
      ["name", "string"],
      ["dnsSuffix", "string"],
      ["dualStackDnsSuffix", "string"],
      ["supportsFIPS", "boolean"],
      ["supportsDualStack", "boolean"],
      ["implicitGlobalRegion", "string"],
    ]),
  ],
  [
    "arn",
    new Map<string, RuleType>([
      ["partition", "string"],
      ["service", "string"],
      ["region", "string"],
      ["accountId", "string"],
      ["resourceId", "stringList"],
    ]),
  ],
  [
    "url",
    new Map<string, RuleType>([
      ["scheme", "string"],
      ["authority", "string"],
      ["path", "string"],
      ["normalizedPath", "string"],
      ["isIp", "boolean"],
    ]),
  ],
]);

const KEY = /^([A-Za-z_][A-Za-z0-9_]*)?((?:\[-?\d{1,9}\])*)$/;

/** `resourceId[0]` as `["resourceId", 0]`. */
const parsePath = (path: string, at: string): readonly (string | number)[] =>
  path.split(".").flatMap((part) => {
    const match = part === "" ? null : KEY.exec(part);
    if (match === null) throw new RuleSetError(at, `"${path}" isn't a path of keys and indexes`);
    const [, key, indexes = ""] = match;
    const numbers = [...indexes.matchAll(/-?\d+/g)].map(([digits]) => Number(digits));
    return key === undefined ? numbers : [key, ...numbers];
  });

const index = (base: Value, at: number): Value => {
  const optional = base.optional ? "?." : "";
  const head = paren(base, LEVEL.primary);
  const text = at < 0 ? `${head}${optional || "."}at(${at})` : `${head}${optional}[${at}]`;
  return value(text, "string", {
    optional: true,
    stable: base.stable && at >= 0,
    uses: base.uses,
    guards: base.guards,
  });
};

const attribute = (base: Value, key: string, place: Place): Value => {
  const type = ATTRIBUTES.get(base.type)?.get(key);
  if (type === undefined) throw new RuleSetError(place.path, `a ${base.type} has no "${key}"`);
  if (key === "implicitGlobalRegion") return implicitGlobalRegion(base, place);
  const text = `${paren(base, LEVEL.primary)}${base.optional ? "?." : "."}${key}`;
  return value(text, type, { optional: base.optional, stable: base.stable, uses: base.uses, guards: base.guards });
};

/** The published type of partitions lacks it. */
const implicitGlobalRegion = (base: Value, place: Place): Value =>
  value(`${place.identifier("implicitGlobalRegion")}(${base.text})`, "string", {
    optional: true,
    uses: [...base.uses, "implicitGlobalRegion"],
    guards: base.guards,
  });

/** `getAttr`: a property or an element; what is unset on the way makes the whole unset. */
export const getAttr = (base: Value, path: string, place: Place): Value => {
  let found = base;
  for (const step of parsePath(path, place.path)) {
    if (typeof step === "string") found = attribute(found, step, place);
    else if (found.type === "stringList") found = index(found, step);
    else throw new RuleSetError(place.path, `a ${found.type} has no elements`);
    if (found.optional && place.scope.known(isSet(found)) === true) found = { ...found, optional: false };
  }
  return found;
};
