import { isDeepStrictEqual } from "node:util";
import type * as official from "@aws-sdk/client-dynamodb";
import { BATCH, BATCH_WIRE, PAGE, PAGE_BODY } from "./items.ts";
import { CREDENTIALS } from "./sign.ts";
import { REGION } from "./work.ts";

/** `BatchWriteItem` makes the input's request; `Query` reads the answer's body. */
export type SerdeOperation = "BatchWriteItem" | "Query";

export const SERDE_OPERATIONS = ["BatchWriteItem", "Query"] as const;

type Caller = (operation: string) => Promise<unknown>;

interface Request {
  /** Newer official clients write bytes. */
  readonly body: string | Uint8Array;
}

/** A command whose serializers are functions, as they are in generated packages and older official ones. */
interface WithFunctions {
  serialize(input: unknown, context: unknown): Promise<Request>;
  deserialize(response: unknown, context: unknown): Promise<object>;
}

/** A command of newer official packages: the client's protocol reads its schema. */
interface WithSchema {
  readonly schema?: readonly unknown[];
}

interface Protocol {
  serializeRequest(operation: object, input: unknown, context: unknown): Promise<Request>;
  deserializeResponse(operation: object, context: unknown, response: unknown): Promise<object>;
}

/** The least that it takes: JSON of what is sent, and JSON of what was received, with blobs left as they are. */
export const jsonCaller: Caller = async (operation) =>
  operation === "BatchWriteItem" ? JSON.stringify(BATCH_WIRE) : JSON.parse(new TextDecoder().decode(PAGE_BODY));

const response = () => ({
  statusCode: 200,
  headers: { "content-type": "application/x-amz-json-1.0" },
  body: PAGE_BODY,
});

/** The serializers of a client, called as its middleware calls them. @throws Error where a result isn't what it should be */
export const serdeCallerOf = async (module: string): Promise<Caller> => {
  const sdk = (await import(module)) as typeof official;
  const { config } = new sdk.DynamoDBClient({ region: REGION, credentials: CREDENTIALS });
  const endpoint = async () => ({ protocol: "https:", hostname: "dynamodb.eu-west-1.amazonaws.com", path: "/" });
  const context = { ...config, endpoint };
  const batch: unknown = new sdk.BatchWriteItemCommand(BATCH);
  const query: unknown = new sdk.QueryCommand({ TableName: "orders" });
  const { protocol } = config as { readonly protocol?: Protocol };
  const [write, read] = [operationOf(batch), operationOf(query)];
  const caller: Caller =
    protocol === undefined || write === undefined || read === undefined
      ? (operation) =>
          operation === "BatchWriteItem"
            ? (batch as WithFunctions).serialize(BATCH, context)
            : (query as WithFunctions).deserialize(response(), context)
      : (operation) =>
          operation === "BatchWriteItem"
            ? protocol.serializeRequest(write, BATCH, context)
            : protocol.deserializeResponse(read, context, response());
  const { body } = (await caller("BatchWriteItem")) as Request;
  const { Items } = (await caller("Query")) as typeof PAGE;
  if (!isDeepStrictEqual(JSON.parse(textOf(body)), BATCH_WIRE)) throw new Error(`${module} sends something else.`);
  if (!isDeepStrictEqual(plain(Items), plain(PAGE.Items))) throw new Error(`${module} reads something else.`);
  return caller;
};

const textOf = (body: string | Uint8Array): string =>
  typeof body === "string" ? body : new TextDecoder().decode(body);

/** Blobs may be of subclasses, and objects without a prototype. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, member: unknown) => (member instanceof Uint8Array ? [...member] : member)));

const operationOf = (command: unknown): object | undefined => {
  const { schema } = command as WithSchema;
  if (schema === undefined) return undefined;
  const [, namespace, name, traits, input, output] = schema;
  return { namespace, name, traits, input, output };
};
