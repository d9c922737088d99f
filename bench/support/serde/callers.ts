import { SmithyRpcV2CborProtocol } from "@smithy/core/cbor";
import { CREDENTIALS } from "../sign.ts";
import { REGION } from "../work.ts";
import type { SerdeCase, SerdeService } from "./case.ts";

/** Makes the request of a case, or reads its answer. */
export type SerdeCaller = (title: string) => Promise<unknown>;

/** A command whose serializers are functions, as they are in generated packages and older official ones. */
interface WithFunctions {
  serialize(input: unknown, context: unknown): Promise<{ readonly body: unknown }>;
  deserialize(response: unknown, context: unknown): Promise<object>;
}

/** A command of newer official packages: the client's protocol reads its schema. */
interface WithSchema {
  readonly schema?: readonly unknown[];
}

interface Protocol {
  serializeRequest(operation: object, input: unknown, context: unknown): Promise<{ readonly body: unknown }>;
  deserializeResponse(operation: object, context: unknown, response: unknown): Promise<object>;
  setSerdeContext?(context: unknown): void;
}

/** The least that it takes: JSON of what is sent, and JSON of what was received, with blobs and dates left as texts. */
export const jsonCallerOf = ({ cases }: SerdeService): SerdeCaller => {
  const calls = new Map(
    cases.map(({ title, plain, answer }) => {
      const bytes = new TextEncoder().encode(JSON.stringify(plain));
      const read = (): unknown => JSON.parse(new TextDecoder().decode(bytes));
      return [title, answer === undefined ? () => JSON.stringify(plain) : read];
    }),
  );
  return async (title) => calls.get(title)?.();
};

/**
 * The serializers of a client, called as its middleware calls them.
 *
 * @throws Error where a result isn't what it should be
 */
export const serdeCallerOf = async (module: string, service: SerdeService): Promise<SerdeCaller> => {
  const sdk = (await import(module)) as Readonly<Record<string, new (input: object) => { readonly config: object }>>;
  const Client = sdk[service.client];
  if (Client === undefined) throw new Error(`${module} has no ${service.client}.`);
  const { config } = new Client({ region: REGION, credentials: CREDENTIALS });
  const endpoint = async () => ({ protocol: "https:", hostname: "service.eu-west-1.amazonaws.com", path: "/" });
  const context = { ...config, endpoint };
  const protocol = protocolOf(config, service);
  const calls = new Map<string, () => Promise<unknown>>();
  for (const each of service.cases) {
    const Command = sdk[`${each.command}Command`];
    if (Command === undefined) throw new Error(`${module} has no ${each.command}Command.`);
    const call = callOf(new Command(each.input), each, service, context, protocol);
    each.check(await call());
    calls.set(each.title, call);
  }
  return async (title) => calls.get(title)?.();
};

/** The published protocol, which no published client of these shapes has, takes the place of the client's own. */
const protocolOf = (config: object, { protocol }: SerdeService): Protocol | undefined => {
  const { protocol: own } = config as { readonly protocol?: Protocol };
  if (own === undefined || protocol !== "rpcv2Cbor") return own;
  const published = new SmithyRpcV2CborProtocol({ defaultNamespace: "com.amazonaws.dynamodb" }) as unknown as Protocol;
  published.setSerdeContext?.(config);
  return published;
};

const callOf = (
  command: unknown,
  { input, answer }: SerdeCase,
  { contentType }: SerdeService,
  context: object,
  protocol: Protocol | undefined,
): (() => Promise<unknown>) => {
  const response = () => ({
    statusCode: 200,
    headers: { "content-type": contentType, "smithy-protocol": "rpc-v2-cbor" },
    body: answer,
  });
  const operation = operationOf(command);
  if (protocol === undefined || operation === undefined) {
    const functions = command as WithFunctions;
    return answer === undefined
      ? async () => (await functions.serialize(input, context)).body
      : () => functions.deserialize(response(), context);
  }
  return answer === undefined
    ? async () => (await protocol.serializeRequest(operation, input, context)).body
    : () => protocol.deserializeResponse(operation, context, response());
};

const operationOf = (command: unknown): object | undefined => {
  const { schema } = command as WithSchema;
  if (schema === undefined) return undefined;
  const [, namespace, name, traits, input, output] = schema;
  return { namespace, name, traits, input, output };
};
