import type { Agent, AgentOptions, ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import type { Socket } from "node:net";
import type { HttpHandler } from "@smithy/core/protocols";
import type { HttpHandlerUserInput } from "@smithy/protocol-http";
import { type HttpRequest, HttpResponse } from "@smithy/core/transport";
import type { NodeHttpHandlerOptions, Provider } from "@smithy/types";
import { abortError, onAbort } from "./abort.js";
import type { CallOptions } from "./call-options.js";
import { writeBody } from "./request-body.js";
import { targetOf } from "./request-target.js";

/** Milliseconds that a connection may take to be made, TLS included. */
const CONNECTION_TIMEOUT = 10_000;
/** Milliseconds without a byte, of the head or of the body. */
const SOCKET_TIMEOUT = 300_000;

type Options = NodeHttpHandlerOptions | Provider<NodeHttpHandlerOptions | undefined>;
type Limited = NodeHttpHandlerOptions & { socketTimeout: number };

/** What sends the requests of a protocol: a module of Node.js, and the agent that keeps its connections. */
interface Transport {
  readonly http: Pick<typeof import("node:http"), "request">;
  readonly agent: Agent;
  /** Whether the agent is the user's. */
  readonly isGiven: boolean;
}

/**
 * Sends requests over HTTP/1.1 by `node:http` and `node:https`, with the options of the published handler for Node.js.
 * Unlike that one it has time limits by default, and those of a single call: a server that says nothing ends a call with
 * a `TimeoutError`, which is retried as a transient one.
 *
 * The limits are the sockets' own, so that a call takes no timer. The limit to connect counts from when a socket is made: a
 * call that waits for one of the 50 sockets isn't late. With an agent of the user's it holds if it is asked for.
 */
export class NodeRequestHandler implements HttpHandler<NodeHttpHandlerOptions> {
  readonly metadata = { handlerProtocol: "http/1.1" };
  #options: Limited | undefined;
  #resolving: Promise<Limited>;
  #transports: { [protocol: string]: Transport } = {};
  #warned = 0;

  /**
   * A handler stays as it is; options become a handler with limits.
   *
   * @param socketTimeout the service's own default; 0 for none
   */
  static create(
    instanceOrOptions?: HttpHandlerUserInput | Options,
    socketTimeout?: number,
  ): NodeRequestHandler | HttpHandler<object> {
    return isHandler(instanceOrOptions)
      ? instanceOrOptions
      : new NodeRequestHandler(instanceOrOptions as Options | undefined, socketTimeout);
  }

  constructor(options?: Options, socketTimeout = SOCKET_TIMEOUT) {
    const limited = (given: NodeHttpHandlerOptions = {}): Limited => ({
      ...given,
      socketTimeout: given.socketTimeout ?? socketTimeout,
    });
    this.#resolving = typeof options === "function" ? options().then(limited) : Promise.resolve(limited(options));
    // A provider that fails is reported by the call that needs it.
    this.#resolving.catch(() => {});
  }

  /**
   * @throws Error from the promise: `AbortError`, `TimeoutError` (a limit, or a connection that was lost or never made),
   *   or what Node.js says of a request that it can't send
   */
  handle(request: HttpRequest, options: CallOptions = {}): Promise<{ response: HttpResponse }> {
    const transport = this.#transports[request.protocol];
    return this.#options && transport
      ? this.#send(request, options, { ...transport, limits: this.#options })
      : this.#prepare(request.protocol).then((prepared) => this.#send(request, options, prepared));
  }

  async #prepare(protocol: string): Promise<Prepared> {
    const limits = await this.#resolving;
    const made = this.#transports[protocol] ?? (await transportOf(protocol, limits));
    // Of calls that begin together the first one's counts; no other agent has a connection yet.
    const transport = this.#transports[protocol] ?? made;
    this.#transports[protocol] = transport;
    this.#options = limits;
    return { ...transport, limits };
  }

  #send(request: HttpRequest, options: CallOptions, prepared: Prepared): Promise<{ response: HttpResponse }> {
    return new Promise((resolve, reject) => {
      const { abortSignal } = options;
      if (abortSignal?.aborted) {
        throw abortError(abortSignal);
      }
      const { agent, http, limits } = prepared;
      const { socketTimeout = limits.socketTimeout, requestTimeout = limits.requestTimeout } = options;
      let response: IncomingMessage | undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const sent = http.request(requestOptions(request, agent, socketTimeout), (received) => {
        clearTimeout(timer);
        response = received;
        resolve({ response: responseOf(received) });
      });
      const fail = (error: Error): void => {
        clearTimeout(timer);
        reject(error);
        (response ?? sent).destroy(error);
      };
      sent.on("error", (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        reject(LOST.includes(error.code ?? "") ? Object.assign(error, { name: "TimeoutError" }) : error);
      });
      if (socketTimeout > 0) {
        const act = () => {
          // What has been received whole may be read as late as its reader likes.
          if (!response?.complete) {
            fail(silence(socketTimeout));
          }
        };
        sent.on("timeout", () => whenConnected(sent, socketTimeout, act));
      }
      if (requestTimeout) {
        timer = setTimeout(() => this.#late(requestTimeout, fail), requestTimeout);
      }
      if (!sent.reusedSocket) {
        this.#awaitSocket(sent, options, prepared);
      }
      if (abortSignal) {
        sent.once(
          "close",
          onAbort(abortSignal, () => fail(abortError(abortSignal))),
        );
      }
      writeBody(sent, request.body, requestTimeout);
    });
  }

  /** What there is to do until a call has its socket: nothing where it got one that was kept. */
  #awaitSocket(sent: ClientRequest, options: CallOptions, { agent, isGiven, limits }: Prepared): void {
    const connecting = options.connectionTimeout ?? limits.connectionTimeout;
    const patience =
      limits.socketAcquisitionWarningTimeout ?? (limits.requestTimeout ?? 2_000) + (limits.connectionTimeout ?? 1_000);
    const timer = setTimeout(() => this.#warnOfQueue(agent), patience);
    sent.once("close", () => clearTimeout(timer));
    sent.once("socket", (socket) => {
      clearTimeout(timer);
      const ms = connecting ?? (isGiven ? 0 : CONNECTION_TIMEOUT);
      if (ms > 0 && socket.connecting) {
        endUnlessReady(socket, ms);
      }
    });
  }

  /** Says, four times a minute at most, that calls wait for sockets, and many of them. */
  #warnOfQueue({ sockets, requests, maxSockets }: Agent): void {
    for (const [origin, waiting = []] of Object.entries(requests)) {
      const used = sockets[origin]?.length ?? 0;
      if (used >= maxSockets && waiting.length >= 2 * maxSockets && Date.now() - this.#warned > 15_000) {
        this.#warned = Date.now();
        this.#warn(
          `All ${used} sockets to a host are in use, and ${waiting.length} requests wait for one. ` +
            "Raise `maxSockets` of the requestHandler's agent, or `socketAcquisitionWarningTimeout`, in milliseconds.",
        );
      }
    }
  }

  /** A call has no answer within its own limit. */
  #late(ms: number, fail: (error: Error) => void): void {
    const message = `No answer within the requestTimeout of ${ms} ms.`;
    if (this.#options?.throwOnRequestTimeout) {
      fail(timeoutError(message, "ETIMEDOUT"));
    } else {
      this.#warn(`${message} With throwOnRequestTimeout in the requestHandler's options this ends the call.`);
    }
  }

  #warn(message: string): void {
    (this.#options?.logger ?? console).warn?.(message);
  }

  /** The change holds from the next call on. The client's logger, by its symbol, counts where the options have none. */
  updateHttpClientConfig(key: keyof NodeHttpHandlerOptions | symbol, value: unknown): void {
    if (key === "httpAgent" || key === "httpsAgent") {
      delete this.#transports[key === "httpAgent" ? "http:" : "https:"];
    }
    this.#options = undefined;
    this.#resolving = this.#resolving.then((options) =>
      key === Symbol.for("logger")
        ? { ...options, logger: options.logger ?? (value as Limited["logger"]) }
        : { ...options, [key]: value },
    ) as Promise<Limited>;
    this.#resolving.catch(() => {});
  }

  /** The options with their defaults; nothing before the first call. An agent is there once it has been used. */
  httpHandlerConfigs(): NodeHttpHandlerOptions {
    const { "http:": http, "https:": https } = this.#transports;
    return this.#options
      ? {
          connectionTimeout: CONNECTION_TIMEOUT,
          ...this.#options,
          ...(http && { httpAgent: http.agent }),
          ...(https && { httpsAgent: https.agent as NonNullable<NodeHttpHandlerOptions["httpsAgent"]> }),
        }
      : {};
  }

  /** Closes all connections, those of the user's agents too. */
  destroy(): void {
    for (const { agent } of Object.values(this.#transports)) {
      agent.destroy();
    }
  }
}

interface Prepared extends Transport {
  readonly limits: Limited;
}

const isHandler = (value: unknown): value is HttpHandler<object> =>
  typeof value === "object" && value !== null && "handle" in value && typeof value.handle === "function";

const isAgent = (value: unknown): value is Agent =>
  typeof value === "object" && value !== null && "destroy" in value && typeof value.destroy === "function";

/** Each protocol's module is loaded by the first request that needs it. */
const transportOf = async (protocol: string, { httpAgent, httpsAgent }: Limited): Promise<Transport> => {
  const isPlain = protocol === "http:";
  const given: unknown = isPlain ? httpAgent : httpsAgent;
  // The module itself instead of its names: instrumentations replace its `request`.
  const { default: http } = isPlain ? await import("node:http") : await import("node:https");
  if (isAgent(given)) {
    return { http, agent: given, isGiven: true };
  }
  const options: AgentOptions = {
    keepAlive: true,
    maxSockets: 50,
    timeout: SOCKET_TIMEOUT,
    ...(given as AgentOptions),
  };
  return { http, agent: new http.Agent(options), isGiven: false };
};

/** What Node.js says of connections that were lost, or that the system gave up. */
const LOST: readonly string[] = ["ECONNRESET", "EPIPE", "ETIMEDOUT"];

const requestOptions = (request: HttpRequest, agent: Agent, timeout: number): RequestOptions => {
  const { headers, hostname, method, port, username, password } = request;
  return {
    agent,
    headers,
    host: hostname.startsWith("[") && hostname.endsWith("]") ? hostname.slice(1, -1) : hostname,
    method,
    path: targetOf(request),
    port,
    timeout,
    auth: (username ?? password) == null ? undefined : `${username ?? ""}:${password ?? ""}`,
  };
};

const responseOf = (received: IncomingMessage): HttpResponse => {
  const headers = { ...received.headers } as Record<string, string>;
  const cookies: readonly string[] | undefined = received.headers["set-cookie"];
  if (cookies) {
    headers["set-cookie"] = cookies.join(",");
  }
  return new HttpResponse({
    statusCode: received.statusCode || -1,
    reason: received.statusMessage ?? "",
    headers,
    body: received,
  });
};

const timeoutError = (message: string, code?: string): Error =>
  Object.assign(new Error(message), { name: "TimeoutError", ...(code && { code }) });

const HOW_TO_CHANGE = "in milliseconds, in the client's requestHandler or in a call's options.";

const silence = (ms: number): Error =>
  timeoutError(`No byte received within ${ms} ms. Set \`socketTimeout\`, ${HOW_TO_CHANGE}`);

/** Acts on a socket's silence: at once, or once more if it comes after the connection is made, which has its own limit. */
const whenConnected = (sent: ClientRequest, ms: number, act: () => void): void => {
  const { socket } = sent;
  if (socket?.connecting) {
    socket.once("connect", () => socket.setTimeout(ms, act));
    sent.once("close", () => socket.off("timeout", act));
  } else {
    act();
  }
};

/** Ends a connection that isn't made in time: with TLS, its handshake belongs to it. */
const endUnlessReady = (socket: Socket, ms: number): void => {
  const timer = setTimeout(() => {
    socket.destroy(timeoutError(`No connection within ${ms} ms. Set \`connectionTimeout\`, ${HOW_TO_CHANGE}`));
  }, ms);
  const stop = () => clearTimeout(timer);
  socket.once("encrypted" in socket ? "secureConnect" : "connect", stop);
  socket.once("close", stop);
};
