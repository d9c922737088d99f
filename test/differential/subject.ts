import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { HttpRequest, HttpResponse } from "@smithy/core/protocols";
import type { SdkStreamMixin } from "@smithy/types";
import type { Namespace } from "../support/build-package.ts";
import { type Answer, bytesOf } from "./answers.ts";
import { type Plain, plain } from "./plain.ts";

/** One call of an operation, and what it is answered. */
export interface Case {
  readonly operation: string;
  readonly input: unknown;
  /** Whether our packages check the input; the official ones never do. */
  readonly validation: "required" | "off";
  readonly answer: Answer;
}

/** What a call came to, as plain data. */
export interface Outcome {
  readonly requests: readonly SentRequest[];
  readonly output?: Plain;
  readonly error?: ThrownError;
}

/** A request as the client's handler got it. */
export interface SentRequest {
  readonly method: string;
  /** `https://host:port/path`. */
  readonly url: string;
  readonly query: Plain;
  readonly headers: Plain;
  /** Its bytes as `bodyText` tells them. */
  readonly body: string;
}

/** What was thrown, and what a program can read of it. */
export interface ThrownError {
  readonly name: Plain;
  readonly message: Plain;
  readonly fault: Plain;
  readonly metadata: Plain;
  readonly retryable: Plain;
  readonly responseStatus: Plain;
  /** All else that the error holds. */
  readonly members: { readonly [name: string]: Plain };
  /** The names of its classes, the nearest first. */
  readonly classes: readonly string[];
}

interface Client {
  readonly middlewareStack: { clone(): object };
  send(command: object, options?: object): Promise<object>;
  destroy(): void;
}
type Class<T> = new (argument: unknown) => T;

/** A client package in a run: all of its calls go through one client. */
export class Subject {
  readonly name: string;
  readonly #namespace: Namespace;
  #client: Client;
  readonly #start: (() => Client) | undefined;
  readonly #wire: Wire;

  /**
   * @param clientName `DynamoDBClient`
   * @param wire where requests go
   * @param config what is to be set beside a region, credentials and the wire's own
   * @param forgets makes another client after a call that sent nothing: some official ones keep what they had written
   *   of a form when they failed, and send it with the next one
   */
  constructor(
    name: string,
    namespace: Namespace,
    clientName: string,
    wire: Wire,
    config: object = {},
    forgets: boolean = false,
  ) {
    this.name = name;
    this.#namespace = namespace;
    this.#wire = wire;
    const start = (): Client =>
      this.#make<Client>(clientName, {
        region: "us-east-1",
        credentials: { accessKeyId: "AKID", secretAccessKey: "secret", sessionToken: "session" },
        defaultUserAgentProvider: async () => [["agent", "1.0"]],
        logger: { debug() {}, info() {}, warn() {}, error() {}, trace() {} },
        maxAttempts: 1,
        ...config,
        ...wire.config,
      });
    this.#client = start();
    this.#start = forgets ? start : undefined;
  }

  /** Gives the client a published stack of the same middleware, which knows nothing of the calls before. */
  composeEachCall(): this {
    Object.assign(this.#client, { middlewareStack: this.#client.middlewareStack.clone() });
    return this;
  }

  /** Makes the call. The input is a copy's, since some clients write into it. */
  async call(test: Case): Promise<Outcome> {
    this.#wire.expect(test.answer);
    try {
      const command = this.#make<object>(`${test.operation}Command`, copy(test.input));
      const output = plain(await readStreams(await this.#client.send(command, { validation: test.validation })));
      return { requests: this.#wire.requests(), output };
    } catch (error) {
      const requests = this.#wire.requests();
      if (requests.length === 0 && this.#start !== undefined) {
        this.#client.destroy();
        this.#client = this.#start();
      }
      return { requests, error: thrown(error) };
    }
  }

  destroy(): void {
    this.#client.destroy();
  }

  #make<T>(name: string, argument: unknown): T {
    const value = this.#namespace[name];
    if (typeof value !== "function") throw new Error(`${this.name} exports no class "${name}".`);
    return new (value as Class<T>)(argument);
  }
}

/** What stands behind a client in the place of a service. */
export interface Wire {
  /** The part of a client's configuration that leads to it. */
  readonly config: object;
  expect(answer: Answer): void;
  /** The requests since then. */
  requests(): readonly SentRequest[];
}

/** A request handler that answers by itself. */
export class CannedWire implements Wire {
  readonly config = { requestHandler: this };
  readonly metadata = { handlerProtocol: "http/1.1" };
  #answer: Answer = { status: 200, headers: {}, body: { text: "{}" } };
  #requests: SentRequest[] = [];

  expect(answer: Answer): void {
    this.#answer = answer;
    this.#requests = [];
  }

  requests(): readonly SentRequest[] {
    return this.#requests;
  }

  async handle(request: unknown): Promise<{ response: HttpResponse }> {
    if (!HttpRequest.isInstance(request)) throw new Error("That is no HTTP request.");
    const { method, protocol, hostname, port, path, query, headers, body } = request;
    this.#requests.push({
      method,
      url: `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}${path}`,
      // A list without members is no parameter on the wire.
      query: plain(
        Object.fromEntries(Object.entries(query).filter(([, value]) => value?.length !== 0 || value === "")),
      ),
      headers: plain(masked(headers)),
      // No body is an empty one.
      body: bodyText(Buffer.from((body ?? "") as string | Uint8Array)),
    });
    const { status, headers: given } = this.#answer;
    const bytes = bytesOf(this.#answer);
    return { response: new HttpResponse({ statusCode: status, headers: { ...given }, body: Readable.from([bytes]) }) };
  }

  updateHttpClientConfig(): void {}

  httpHandlerConfigs(): object {
    return {};
  }

  destroy(): void {}
}

/** The bytes of a body as the text that they are in UTF-8; in hexadecimal digits where they are none, so that all show. */
export const bodyText = (bytes: Buffer): string =>
  isUtf8(bytes) ? bytes.toString("utf8") : `not UTF-8: ${bytes.toString("hex")}`;

/** Headers but for what they say of the agent, which names the package and its version. */
export const masked = (headers: object): object => ({ ...headers, "user-agent": "masked" });

const TOLD = new Set(["name", "message", "stack", "cause", "$fault", "$metadata", "$response", "$retryable"]);

const thrown = (error: unknown): ThrownError => {
  if (!(error instanceof Error)) throw new Error(`What was thrown is no error: ${String(error)}`);
  const { name, message, $fault, $metadata, $retryable, $response } = error as Error & Record<string, unknown>;
  const members = Object.entries(error).filter(([key]) => !TOLD.has(key));
  return {
    name: plain(name),
    message: plain(message),
    fault: plain($fault),
    metadata: plain($metadata),
    retryable: plain($retryable),
    responseStatus: plain(($response as { readonly statusCode?: unknown } | undefined)?.statusCode),
    members: Object.fromEntries(members.map(([key, member]) => [key, plain(member)])),
    classes: classesOf(error),
  };
};

const classesOf = (error: Error): readonly string[] => {
  const names: string[] = [];
  for (
    let at: unknown = Object.getPrototypeOf(error);
    at !== Error.prototype && at !== null;
    at = Object.getPrototypeOf(at)
  ) {
    names.push((at as object).constructor.name);
  }
  return names;
};

/** An output with the bytes of its streams in their place. */
const readStreams = async (output: object): Promise<object> => {
  const entries = Object.entries(output).map(async ([name, value]: [string, unknown]) => [
    name,
    value instanceof Readable ? await readStream(value as Readable & SdkStreamMixin) : value,
  ]);
  return Object.fromEntries(await Promise.all(entries)) as object;
};

/** All that a stream gives, by the method that streams of clients have for it. */
const readStream = (stream: Readable & SdkStreamMixin): Promise<Uint8Array> => stream.transformToByteArray();

/** A value of its own, of the same classes and with the same own keys. */
const copy = (value: unknown): unknown => {
  if (value instanceof Date) return new Date(value);
  if (Buffer.isBuffer(value)) return Buffer.from(value);
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copy(member)]));
};
