import fc from "fast-check";
import type { Json, JsonObject } from "../../codegen/smithy/json.ts";

/** One change to a model: where it is made, by a walk down from the root, and what is done there. */
export interface Mutation {
  /** Which child to go down to, at each level, modulo their number. The walk ends early at a leaf. */
  readonly walk: readonly number[];
  readonly kind: "drop" | "replace" | "duplicate" | "rename" | "graft" | "wrap" | "rename shape";
  /** What `replace` puts in place, and `graft` beside what is there. */
  readonly value: Json;
  /** The new key of `rename` and `graft`. */
  readonly key: string;
  /** The new name of a shape, for `rename shape`. */
  readonly name: string;
  /** `replace` and `graft` with another part of the same model, found by this walk, where it isn't empty. */
  readonly from: readonly number[];
}

/** What is an expression where text becomes code: see `faultsOfCode`. */
export const PAYLOAD = "PWNED";

/** Texts that mean something in TypeScript, JSON, Markdown, HTML, templates or paths. */
const HOSTILE: readonly string[] = [
  `*/ ${PAYLOAD}(); /*`,
  `"+${PAYLOAD}+"`,
  `'+${PAYLOAD}+'`,
  `\`+${PAYLOAD}+\``,
  `\${${PAYLOAD}}`,
  `{{${PAYLOAD}}}`,
  `\\"+${PAYLOAD}+\\"`,
  `\n${PAYLOAD}();\n`,
  `\u2028${PAYLOAD}();\u2029`,
  `x\r\n * @see\n */\n${PAYLOAD}();`,
  `/${PAYLOAD}()/`,
  `</script><script>${PAYLOAD}()</script>`,
  "```\n# heading",
  "{@link x",
  "@deprecated",
  "../../outside",
  "/etc/passwd",
  "C:\\x",
  "a/b",
  "con",
  ".git",
  "index",
  "\u0000",
  "\ud800",
  "\u202e",
  "e\u0301",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "class",
  "await",
  "default",
  "Error",
  "Date",
  "Promise",
  "undefined",
  "Command",
  "$metadata",
  "name",
  "message",
  "x".repeat(300),
  "",
  " ",
  "1",
  "-",
  "_",
  "$",
  "smithy.api#String",
  "smithy.api#Unit",
  "smithy.api#Document",
  "ns#Nothing",
  "ns#__proto__",
  "not an id",
  "#",
  "ns#",
  "ns#A$b",
];

const TYPES = (
  "blob boolean string byte short integer long float double bigInteger bigDecimal timestamp document list set map " +
  "structure union enum intEnum service operation resource apply"
).split(" ");

/** Traits whose values decide what is generated. */
const TRAITS = (
  "auth authDefinition box clientOptional cors default deprecated documentation endpoint enum enumValue error " +
  "eventHeader eventPayload examples externalDocumentation hostLabel http httpError httpHeader httpLabel httpPayload " +
  "httpQueryParams idempotencyToken idRef input input internal jsonName length mediaType mixin nestedProperties " +
  "optionalAuth output paginated pattern range readonly required requestCompression requiresLength resourceIdentifier " +
  "retryable sensitive since sparse streaming suppress tags timestampFormat title trait unstable uniqueItems xmlName"
)
  .split(" ")
  .map((name) => `smithy.api#${name}`)
  .concat(
    "aws.api#service",
    "aws.auth#sigv4",
    "aws.protocols#awsJson1_0",
    "aws.protocols#awsJson1_1",
    "aws.protocols#restJson1",
    "smithy.rules#endpointRuleSet",
    "smithy.rules#clientContextParams",
    "smithy.rules#contextParam",
    "smithy.rules#staticContextParams",
    "smithy.rules#operationContextParams",
    "smithy.waiters#waitable",
  );

/** Names that shapes may have, and that mean something elsewhere. */
const NAMES: readonly string[] = (
  "__proto__ constructor prototype toString class await default enum interface type string number any never Error " +
  "Date Promise Record Uint8Array Symbol Object undefined arguments eval Client Command Input Output Service index " +
  "models models_0 errors enums Client_ __Client se_ de_ $Command _ a A A1 Ab aB ForgotPasswordCommand " +
  "ForgotPasswordCommandInput CognitoIdentityProviderClient ServiceException HttpRequest commonParams headers name " +
  "message $fault members nested context output input CallOptions InputValidationError resultMetadata globalThis"
)
  .split(" ")
  .filter((name) => /^[A-Za-z_]\w*$/.test(name));

const texts = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom(...TYPES),
  fc.constantFrom(...TRAITS),
  fc.string({ unit: "binary", maxLength: 12 }),
);

const values: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: texts },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Json>(null, true, false, {}, [], 0, -1, 1, 0.5, 1e300, 2 ** 53, -1e-7, 1e21),
  },
  { weight: 1, arbitrary: texts.map((target): Json => ({ target })) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json) },
  { weight: 1, arbitrary: fc.tuple(texts, texts).map(([key, value]): Json => Object.fromEntries([[key, value]])) },
);

const walks = fc.array(fc.nat(500), { minLength: 1, maxLength: 14 });

/** Changes to a model, few enough that most models still say something. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    walk: walks,
    kind: fc.constantFrom("drop", "replace", "duplicate", "rename", "graft", "wrap", ...Array(6).fill("rename shape")),
    value: values,
    key: texts,
    name: fc.constantFrom(...NAMES),
    from: fc.oneof(fc.constant([]), walks),
  }),
  { minLength: 1, maxLength: 4 },
);

/** A model with changes made to it, one after the other. The model itself stays as it is. */
export const mutated = (model: Json, changes: readonly Mutation[]): Json => changes.reduce(change, model);

const change = (root: Json, { walk, kind, value, key, name, from }: Mutation): Json => {
  if (kind === "rename shape") return withShapeRenamed(root, walk[0] ?? 0, name);
  const other = from.length === 0 ? value : partAt(root, from);
  return at(root, walk, (part) => {
    switch (kind) {
      case "drop":
        return undefined;
      case "replace":
        return [other];
      case "duplicate":
        return [part, part];
      case "rename":
        return { [KEY]: key, part };
      case "graft":
        return [grafted(part, key, other)];
      case "wrap":
        return [[part]];
    }
  });
};

/** A shape renamed wherever it is named, so that the model still hangs together. */
const withShapeRenamed = (root: Json, index: number, name: string): Json => {
  const shapes = entriesOf(isObject(root) ? (root["shapes"] ?? null) : null);
  const [id = "", shape] = shapes[index % shapes.length] ?? [];
  if (!id.includes("#") || !isObject(shape ?? null)) return root;
  const to = `${id.slice(0, id.indexOf("#"))}#${name}`;
  const renamed = (text: string): string =>
    text === id || text.startsWith(`${id}$`) ? to + text.slice(id.length) : text;
  const visit = (json: Json): Json => {
    if (typeof json === "string") return renamed(json);
    if (Array.isArray(json)) return json.map(visit);
    return isObject(json) ? entriesToObject(entriesOf(json).map(([key, part]) => [renamed(key), visit(part)])) : json;
  };
  return visit(root);
};

const KEY = Symbol("key");

/** Nothing, the parts to put in place (a second one beside it), or the same part under another key. */
type Replacement = undefined | readonly Json[] | { readonly [KEY]: string; readonly part: Json };

const grafted = (part: Json, key: string, value: Json): Json => {
  if (Array.isArray(part)) return [...part, value];
  return isObject(part) ? entriesToObject([...Object.entries(part), [key, value]]) : value;
};

const isObject = (json: Json): json is JsonObject => typeof json === "object" && json !== null && !Array.isArray(json);

/** `__proto__` is a key like any other, as `JSON.parse` has it. */
const entriesToObject = (entries: readonly (readonly [string, Json])[]): Json => Object.fromEntries(entries);

const entriesOf = (json: Json): [string, Json][] => {
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json) as [string, Json][];
};

const partAt = (json: Json, [step, ...rest]: readonly number[]): Json => {
  const entries = entriesOf(json);
  if (step === undefined || entries.length === 0) return json;
  return partAt(entries[step % entries.length]?.[1] ?? null, rest);
};

const at = (json: Json, [step, ...rest]: readonly number[], replace: (part: Json) => Replacement): Json => {
  const entries = entriesOf(json);
  if (step === undefined || entries.length === 0) return json;
  const index = step % entries.length;
  const [key, part] = entries[index] ?? ["", null];
  const isLast = rest.length === 0 || entriesOf(part).length === 0;
  const found = isLast ? replace(part) : [at(part, rest, replace)];
  entries.splice(index, 1, ...replaced(key, found));
  return Array.isArray(json) ? entries.map(([, each]) => each) : entriesToObject(entries);
};

const replaced = (key: string, found: Replacement): [string, Json][] => {
  if (found === undefined) return [];
  if (KEY in found) return [[found[KEY], found.part]];
  return found.map((part, index) => [index === 0 ? key : `${key}2`, part]);
};
