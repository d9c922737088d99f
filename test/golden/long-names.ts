import type { Json, JsonObject } from "../../codegen/smithy/json.ts";
import type { Model } from "../../codegen/smithy/model.ts";
import { modelOf } from "./generate.ts";

/**
 * A model with a shape of each kind, in which every name is filled up to `length` characters: lines of every kind come
 * out short, long, and just as wide as a line may be.
 */
export const longNames = (length: number, kind: "aws" | "own"): Model => {
  const long = (stem: string): string => stem.padEnd(length, "AndSoOn");
  const id = (stem: string): string => `long.names#${long(stem)}`;
  const to = (stem: string, traits: JsonObject = {}): Json => ({ target: id(stem), traits });
  const of = (simple: string, traits: JsonObject = {}): Json => ({ target: `smithy.api#${simple}`, traits });
  const shapes = new Map<string, Json>();
  const shape = (stem: string, type: string, rest: JsonObject): unknown => shapes.set(id(stem), { type, ...rest });
  const members = (each: JsonObject): JsonObject => ({
    members: Object.fromEntries(Object.entries(each).map(([stem, member]) => [long(stem), member])),
  });

  // The longest name of a service of AWS has 32 characters, and much is added to it.
  const service = "Service".padEnd(Math.min(length, 40), "AndSoOn");
  shapes.set(`long.names#${service}`, {
    type: "service",
    version: "2026-01-31",
    operations: ["Put", "Get", "Ping"].map((stem) => to(stem)),
    errors: [to("Refused")],
    traits: kind === "aws" ? AWS(service) : OWN,
  });
  const reached = { "smithy.api#endpoint": { hostPrefix: `{${long("label")}}.{${long("tag")}}.` } };
  shape("Put", "operation", {
    input: to("PutInput"),
    output: to("PutOutput"),
    errors: [to("Broken")],
    traits: reached,
  });
  shape("Get", "operation", {
    input: to("GetInput"),
    output: to("GetOutput"),
    traits: { ...UNSIGNED, "smithy.api#endpoint": { hostPrefix: "get." } },
  });
  shape("Ping", "operation", { input: of("Unit"), output: of("Unit"), traits: UNSIGNED });

  const scalars = {
    ...Object.fromEntries(SIMPLE.map((simple) => [simple.charAt(0).toLowerCase() + simple.slice(1), of(simple)])),
    ...Object.fromEntries(
      FORMATS.map((format, index) => [`time${index}`, of("Timestamp", { "smithy.api#timestampFormat": format })]),
    ),
    json: to("Json"),
    color: to("Color"),
    grade: to("Grade"),
  };
  const contents = {
    ...Object.fromEntries(
      [...CONTAINERS.keys()].map((stem) => [stem.charAt(0).toLowerCase() + stem.slice(1), to(stem)]),
    ),
    node: to("Node"),
    choice: to("Choice"),
    secret: to("Secret"),
  };
  shape("PutInput", "structure", {
    traits: { "smithy.api#input": {} },
    ...members({
      label: of("String", { ...REQUIRED, "smithy.api#hostLabel": {} }),
      tag: of("String", { ...REQUIRED, "smithy.api#hostLabel": {} }),
      token: of("String", { "smithy.api#idempotencyToken": {} }),
      preset: of("Integer", { "smithy.api#default": 5 }),
      presets: to("Colors", { "smithy.api#default": [] }),
      ...scalars,
      ...contents,
    }),
  });
  shape("PutOutput", "structure", { traits: { "smithy.api#output": {} }, ...members({ ...scalars, ...contents }) });
  shape("GetInput", "structure", { traits: { "smithy.api#input": {} }, ...members({ key: of("String", REQUIRED) }) });
  shape("GetOutput", "structure", { traits: { "smithy.api#output": {} }, ...members({ value: of("String") }) });
  shape(
    "Node",
    "structure",
    members({ next: to("Node"), children: to("Nodes"), choice: to("Choice", REQUIRED), ...scalars }),
  );
  shape(
    "Choice",
    "union",
    members({ ...scalars, node: to("Node"), nodes: to("Nodes"), nodesByName: to("NodesByName") }),
  );
  shape("Secret", "string", { traits: { "smithy.api#sensitive": {} } });
  shape("Json", "string", { traits: { "smithy.api#mediaType": "application/json" } });
  shape("Color", "enum", members({ RED: unit(long("RED")), BLUE: unit(long("BLUE")) }));
  shape("Grade", "intEnum", members({ ONE: unit(1), TWO: unit(2) }));
  for (const [stem, { sparse, ...targets }] of CONTAINERS) {
    const traits = sparse === true ? { "smithy.api#sparse": {} } : {};
    const target = (name: string): Json => (SIMPLE.includes(name) ? of(name) : to(name));
    if (targets.value === undefined) shape(stem, "list", { member: target(targets.member), traits });
    else shape(stem, "map", { key: target(targets.member), value: target(targets.value), traits });
  }
  const withSecret = members({ secret: to("Secret"), detail: to("Node"), Message: of("String"), code: of("String") });
  shape("Broken", "structure", {
    ...withSecret,
    traits: {
      "smithy.api#error": "server",
      "smithy.api#retryable": { throttling: true },
      ...QUERY_ERROR(long("Code")),
    },
  });
  shape("Refused", "structure", { ...members({ reason: to("Color") }), traits: { "smithy.api#error": "client" } });
  const text = JSON.stringify({ smithy: "2.0", shapes: Object.fromEntries(shapes) });
  return modelOf([{ file: "long-names.json", text }]);
};

const REQUIRED = { "smithy.api#required": {} };
const UNSIGNED = { "smithy.api#auth": [] };
const FORMATS = ["date-time", "epoch-seconds", "http-date"];
const SIMPLE = [
  "String",
  "Boolean",
  "Byte",
  "Short",
  "Integer",
  "Long",
  "Float",
  "Double",
  "BigInteger",
  "BigDecimal",
  "Timestamp",
  "Blob",
  "Document",
];

const unit = (value: Json): Json => ({
  target: "smithy.api#Unit",
  traits: { "smithy.api#enumValue": value },
});

/** Lists of a member; maps of a member (its key) and a value. */
const CONTAINERS = new Map<string, { readonly member: string; readonly value?: string; readonly sparse?: boolean }>([
  ["Words", { member: "String" }],
  ["Colors", { member: "Color" }],
  ["Blobs", { member: "Blob" }],
  ["Times", { member: "Timestamp" }],
  ["Jsons", { member: "Json" }],
  ["Secrets", { member: "Secret" }],
  ["Nodes", { member: "Node" }],
  ["NodeLists", { member: "Nodes" }],
  ["GapsInNodes", { member: "Node", sparse: true }],
  ["GapsInSecrets", { member: "Secret", sparse: true }],
  ["NodesByName", { member: "String", value: "Node" }],
  ["NodesByColor", { member: "Color", value: "Nodes" }],
  ["NodesBySecret", { member: "Secret", value: "Node" }],
  ["SecretsByName", { member: "String", value: "Secret" }],
  ["GapsByName", { member: "String", value: "Node", sparse: true }],
  ["MapsByName", { member: "String", value: "NodesByName" }],
  ["ChoicesByName", { member: "String", value: "Choice" }],
  ["LongsByName", { member: "String", value: "Long" }],
]);

const AWS = (service: string): JsonObject => ({
  "aws.protocols#awsJson1_1": {},
  "aws.protocols#awsQueryCompatible": {},
  "aws.api#service": { sdkId: service, arnNamespace: "long", endpointPrefix: "long" },
  "aws.auth#sigv4": { name: "long" },
});

const OWN: JsonObject = {
  "aws.protocols#awsJson1_0": {},
  "smithy.api#httpBearerAuth": {},
  "smithy.api#httpApiKeyAuth": { name: "X-Key", in: "header" },
};

const QUERY_ERROR = (code: string): JsonObject => ({
  "aws.protocols#awsQueryError": { code, httpResponseCode: 500 },
});
