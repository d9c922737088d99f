import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { HttpHandler } from "@smithy/core/protocols";
import type { HttpHandlerUserInput, HttpRequest, HttpResponse } from "@smithy/protocol-http";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { NodeHttpHandlerOptions, Provider } from "@smithy/types";
import { abortError, onAbort } from "./abort.js";
import type { CallOptions } from "./call-options.js";
import { type ConnectLimit, limitConnect, withConnectLimit } from "./connect-limit.js";

/** Milliseconds that a connection may take to be made, TLS included. */
const CONNECTION_TIMEOUT = 10_000;
/** Milliseconds without a byte, of the head or of the body. */
const SOCKET_TIMEOUT = 300_000;

type Options = NodeHttpHandlerOptions | Provider<NodeHttpHandlerOptions | undefined>;

/**
 * The published handler for Node.js with time limits by default, and with those of a single call: a server that says
 * nothing ends a call with a `TimeoutError`, which is retried as a transient one.
 *
 * The limit to connect is the agents' part, where it counts from the moment that a socket is made: a call that waits
 * for one of the 50 sockets isn't late. An agent that the user made is left alone, and has the published limit if one
 * is asked for. The published handler takes every agent that it is given for the user's, and so sends a request with
 * `Expect: 100-continue` without waiting for the server's word.
 */
export class TimeLimitedHandler extends NodeHttpHandler {
  readonly #connect: ConnectLimit = { ms: CONNECTION_TIMEOUT };
  readonly #ownAgents: (HttpAgent | HttpsAgent)[] = [];
  #options: Promise<NodeHttpHandlerOptions>;
  #forCall: { readonly limits: string; readonly handler: NodeHttpHandler } | undefined;

  /**
   * A handler stays as it is; options become a handler with limits.
   *
   * @param socketTimeout the service's own default; 0 for none
   */
  static override create(
    instanceOrOptions?: HttpHandlerUserInput | Options,
    socketTimeout?: number,
  ): NodeHttpHandler | HttpHandler<object> {
    return isHandler(instanceOrOptions)
      ? instanceOrOptions
      : new TimeLimitedHandler(instanceOrOptions as Options | undefined, socketTimeout);
  }

  constructor(options?: Options, socketTimeout = SOCKET_TIMEOUT) {
    let settle: (options: Promise<NodeHttpHandlerOptions>) => void = () => {};
    const settled = new Promise<NodeHttpHandlerOptions>((resolve) => {
      settle = resolve;
    });
    super(() => settled);
    // A provider that fails is reported by the call that needs it.
    settled.catch(() => {});
    this.#options = settled;
    settle(
      typeof options === "function"
        ? options().then((given) => this.#withLimits(given ?? {}, socketTimeout))
        : Promise.resolve(this.#withLimits(options ?? {}, socketTimeout)),
    );
  }

  #withLimits(given: NodeHttpHandlerOptions, socketTimeout: number): NodeHttpHandlerOptions {
    const { connectionTimeout, httpAgent, httpsAgent, ...others } = given;
    this.#connect.ms = connectionTimeout ?? CONNECTION_TIMEOUT;
    const agent = { keepAlive: true, maxSockets: 50 };
    const limited: NodeHttpHandlerOptions = { ...others, socketTimeout: given.socketTimeout ?? socketTimeout };
    limited.httpAgent = isAgent(httpAgent)
      ? httpAgent
      : this.#own(limitConnect(new HttpAgent({ ...agent, ...httpAgent }), "connect", this.#connect));
    limited.httpsAgent = isAgent(httpsAgent)
      ? httpsAgent
      : this.#own(limitConnect(new HttpsAgent({ ...agent, ...httpsAgent }), "secureConnect", this.#connect));
    if (connectionTimeout !== undefined && (isAgent(httpAgent) || isAgent(httpsAgent))) {
      limited.connectionTimeout = connectionTimeout;
    }
    return limited;
  }

  #own<T extends HttpAgent | HttpsAgent>(agent: T): T {
    this.#ownAgents.push(agent);
    return agent;
  }

  override async handle(request: HttpRequest, options: CallOptions = {}): Promise<{ response: HttpResponse }> {
    const { abortSignal, connectionTimeout, socketTimeout } = options;
    const handled =
      connectionTimeout === undefined && socketTimeout === undefined
        ? super.handle(request, options)
        : (await this.#handlerFor(connectionTimeout, socketTimeout)).handle(request, options);
    let result: { response: HttpResponse };
    try {
      result = await handled;
    } catch (error) {
      throw explained(error);
    }
    const body: unknown = result.response.body;
    if (isStream(body)) {
      // First of its listeners, so that whoever reads the body sees the error explained.
      body.on("error", explained);
      if (abortSignal) {
        const forget = onAbort(abortSignal, () => body.destroy(abortError(abortSignal)));
        body.once("close", forget);
      }
    }
    return result;
  }

  /** A handler over the same agents with a call's own limits; the last one is kept, for calls that repeat them. */
  async #handlerFor(connectionTimeout?: number, socketTimeout?: number): Promise<NodeHttpHandler> {
    const limits = `${connectionTimeout} ${socketTimeout}`;
    const kept = this.#forCall;
    if (kept?.limits === limits) {
      return kept.handler;
    }
    const client = await this.#options;
    const options = connectionTimeout === undefined ? { ...client } : this.#connectingWithin(connectionTimeout, client);
    if (socketTimeout !== undefined) {
      options.socketTimeout = socketTimeout;
    }
    const handler = new NodeHttpHandler(options);
    this.#forCall = { limits, handler };
    return handler;
  }

  /** Own agents get the call's limit to connect; the user's stay as they are, with the published limit. */
  #connectingWithin(ms: number, options: NodeHttpHandlerOptions): NodeHttpHandlerOptions {
    const { httpAgent, httpsAgent } = options;
    const own: NodeHttpHandlerOptions = {
      ...(this.#isOwn(httpAgent) && { httpAgent: withConnectLimit(httpAgent, ms) }),
      ...(this.#isOwn(httpsAgent) && { httpsAgent: withConnectLimit(httpsAgent, ms) }),
    };
    return { ...options, ...own, ...(!(own.httpAgent && own.httpsAgent) && { connectionTimeout: ms }) };
  }

  #isOwn(agent: unknown): agent is HttpAgent & HttpsAgent {
    return this.#ownAgents.some((own) => own === agent);
  }

  override updateHttpClientConfig<Key extends keyof NodeHttpHandlerOptions>(
    key: Key,
    value: NodeHttpHandlerOptions[Key],
  ): void {
    this.#forCall = undefined;
    this.#options = this.#options.then((options) => ({ ...options, [key]: value }));
    if (key === "connectionTimeout") {
      this.#connect.ms = Number(value ?? CONNECTION_TIMEOUT);
    } else {
      super.updateHttpClientConfig(key, value);
    }
  }

  override httpHandlerConfigs(): NodeHttpHandlerOptions {
    const config = super.httpHandlerConfigs();
    return { ...config, connectionTimeout: config.connectionTimeout ?? this.#connect.ms };
  }

  override destroy(): void {
    super.destroy();
    for (const agent of this.#ownAgents) {
      agent.destroy();
    }
  }
}

const isHandler = (value: unknown): value is HttpHandler<object> =>
  typeof value === "object" && value !== null && "handle" in value && typeof value.handle === "function";

const isAgent = (value: unknown): value is HttpAgent & HttpsAgent =>
  typeof value === "object" && value !== null && "destroy" in value && typeof value.destroy === "function";

/** What is used here of a Node.js stream. */
interface Stream {
  on(event: "error", listener: (error: unknown) => void): void;
  once(event: "close", listener: () => void): void;
  destroy(error: Error): void;
}

const isStream = (value: unknown): value is Stream =>
  typeof value === "object" && value !== null && "destroy" in value && "once" in value;

const HOW_TO_CHANGE = "Set `socketTimeout`, in milliseconds, in the client's requestHandler or in a call's options.";

/** The published error of a silent server says which limit it was; this adds how to change it. */
const explained = (error: unknown): unknown => {
  if (error instanceof Error && error.name === "TimeoutError" && /inactivity/.test(error.message)) {
    if (!error.message.endsWith(HOW_TO_CHANGE)) {
      error.message += ` ${HOW_TO_CHANGE}`;
    }
  }
  return error;
};
