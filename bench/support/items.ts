import type { AttributeValue } from "@aws-sdk/client-dynamodb";

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
export const BATCH = {
  RequestItems: {
    orders: Array.from({ length: 25 }, (_, index) => ({ PutRequest: { Item: item(index) } })),
  },
};

const ITEMS = 100;

/** What is sent and received, before it is text: blobs are base64. */
const wireOf = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(wireOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, wireOf(member)]));
};

export const BATCH_WIRE = wireOf(BATCH);

/** The answer of `Query`: 100 items. */
export const PAGE = {
  Count: ITEMS,
  ScannedCount: ITEMS,
  Items: Array.from({ length: ITEMS }, (_, index) => item(index)),
};
export const PAGE_BODY = new TextEncoder().encode(JSON.stringify(wireOf(PAGE)));
