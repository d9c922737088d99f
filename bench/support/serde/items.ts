import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { cbor } from "@smithy/core/cbor";
import { comparable, encode, type SerdeCase, type SerdeService, textOf } from "./case.ts";
import { same } from "./same.ts";

/** An item of twenty attributes of all kinds that are common: some 1.3 KB of JSON. Others differ in their numbers alone. */
const item = (index: number): Record<string, AttributeValue> => {
  const values: Record<string, AttributeValue> = {
    id: { S: `order#2024-05-17#${index}` },
    total: { N: `${index}.95` },
    paid: { BOOL: index % 2 === 0 },
    note: { NULL: true },
    tags: { SS: ["gift", "express", `batch-${index}`] },
    weights: { NS: ["1.5", "2", String(index)] },
    digest: { B: Uint8Array.from({ length: 48 }, (_, byte) => (byte * 7 + index) % 256) },
    address: {
      M: {
        street: { S: "12 Example Street" },
        city: { S: "Zürich" },
        code: { N: "8001" },
        floor: { N: String(index) },
      },
    },
    lines: {
      L: Array.from({ length: 4 }, (_, line) => ({
        M: { sku: { S: `sku-${index}-${line}` }, count: { N: String(line + 1) } },
      })),
    },
  };
  for (let more = 0; more < 11; more += 1) values[`attribute${more}`] = { S: `the value of attribute ${more}` };
  return values;
};

/** The input of `BatchWriteItem`: 25 items, as many as it takes. */
const batch = {
  RequestItems: {
    orders: Array.from({ length: 25 }, (_, index) => ({ PutRequest: { Item: item(index) } })),
  },
};

const ITEMS = 100;

/** What is sent and received in JSON, before it is text: blobs are base64. */
const wireOf = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(wireOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, wireOf(member)]));
};

/** The answer of `Query`: 100 items. */
const page = {
  Count: ITEMS,
  ScannedCount: ITEMS,
  Items: Array.from({ length: ITEMS }, (_, index) => item(index)),
};

const write = { title: "write BatchWriteItem", command: "BatchWriteItem", input: batch, plain: wireOf(batch) };
const read: Omit<SerdeCase, "answer"> = {
  title: "read Query's answer",
  command: "Query",
  input: { TableName: "orders" },
  plain: wireOf(page),
  check: (output) => same((output as typeof page).Items.map(comparable), page.Items.map(comparable)),
};

/** Amazon DynamoDB as it is spoken to. */
export const items: SerdeService = {
  protocol: "awsJson1_0",
  model: "dynamodb-2012-08-10.json",
  client: "DynamoDBClient",
  official: "@aws-sdk/client-dynamodb",
  older: "@aws-sdk/client-dynamodb-3.782.0",
  contentType: "application/x-amz-json-1.0",
  cases: [
    { ...write, check: (body) => same(JSON.parse(textOf(body)), write.plain) },
    { ...read, answer: encode(JSON.stringify(wireOf(page))) },
  ],
};

/** The same shapes in CBOR, which the service itself isn't known to speak; written by the published codec. */
export const itemsInCbor: SerdeService = {
  protocol: "rpcv2Cbor",
  model: items.model,
  client: items.client,
  official: items.official,
  contentType: "application/cbor",
  cases: [
    { ...write, check: (body) => same(comparable(cbor.deserialize(body as Uint8Array)), comparable(batch)) },
    { ...read, answer: cbor.serialize(page).slice() },
  ],
};
