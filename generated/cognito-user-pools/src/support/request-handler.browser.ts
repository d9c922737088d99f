import type { HttpHandler, HttpHandlerUserInput } from "@smithy/core/protocols";
import { type HttpRequest, HttpResponse } from "@smithy/core/transport";
import type { FetchHttpHandlerOptions, Provider } from "@smithy/types";
import { abortError, onAbort } from "./abort.js";
import type { CallOptions } from "./call-options.js";
import { isWebStream } from "./collect-web-body.js";
import { targetOf } from "./request-target.js";

/** Milliseconds without a byte, of the head or of the body. A browser can't tell connecting from waiting. */
const SOCKET_TIMEOUT = 300_000;

type LimitedOptions = FetchHttpHandlerOptions & { socketTimeout?: number };
type Options = LimitedOptions | Provider<LimitedOptions | undefined>;

/**
 * Sends requests by `fetch`, with the options of the published handler for browsers. Unlike that one it has a time limit by
 * default, and that of a single call: a server that says nothing ends a call with a `TimeoutError`, which is retried as a
 * transient one. Where `fetch` gives no stream (React Native), the limit is that of the whole answer.
 */
export class FetchRequestHandler implements HttpHandler<FetchHttpHandlerOptions> {
  #options: LimitedOptions | undefined;
  #resolving: Promise<LimitedOptions>;

  /**
   * A handler stays as it is; options become a handler with limits.
   *
   * @param socketTimeout the service's own default; 0 for none
   */
  static create(
    instanceOrOptions?: HttpHandlerUserInput | Options,
    socketTimeout?: number,
  ): FetchRequestHandler | HttpHandler<object> {
    return isHandler(instanceOrOptions)
      ? instanceOrOptions
      : new FetchRequestHandler(instanceOrOptions as Options | undefined, socketTimeout);
  }

  constructor(options?: Options, socketTimeout = SOCKET_TIMEOUT) {
    const limited = (given?: LimitedOptions): LimitedOptions => ({ socketTimeout, ...given });
    this.#resolving = typeof options === "function" ? options().then(limited) : Promise.resolve(limited(options));
    // A provider that fails is reported by the call that needs it.
    this.#resolving.catch(() => {});
  }

  /** @throws Error from the promise: `AbortError`, `TimeoutError`, or the `TypeError` that `fetch` gives for any failure */
  async handle(
    request: HttpRequest,
    { abortSignal, requestTimeout, socketTimeout }: CallOptions = {},
  ): Promise<{ response: HttpResponse }> {
    const options = await this.#resolving;
    this.#options = options;
    if (abortSignal?.aborted) {
      throw abortError(abortSignal);
    }
    const clock = startClock(socketTimeout ?? options.socketTimeout ?? 0, abortSignal);
    const whole = clock.endWithin(requestTimeout ?? options.requestTimeout ?? 0);
    try {
      const response = await clock.wait(send(request, options, clock.signal));
      if (clock.watch && isWebStream(response.body)) {
        response.body = clock.watch(response.body);
      } else {
        clock.forget();
      }
      return { response };
    } catch (error) {
      clock.forget();
      throw error;
    } finally {
      clearTimeout(whole);
    }
  }

  /** The change holds from the next call on. */
  updateHttpClientConfig(key: keyof FetchHttpHandlerOptions, value: unknown): void {
    this.#options = undefined;
    this.#resolving = this.#resolving.then((options) => ({ ...options, [key]: value }));
    this.#resolving.catch(() => {});
  }

  /** The options with their defaults; nothing before the first call. */
  httpHandlerConfigs(): FetchHttpHandlerOptions {
    return this.#options ?? {};
  }

  /** Nothing: connections are the browser's own. */
  destroy(): void {}
}

const send = async (request: HttpRequest, options: LimitedOptions, signal: AbortSignal): Promise<HttpResponse> => {
  const { protocol, hostname, port, username, password, method, headers } = request;
  const user = (username ?? password) == null ? "" : `${username ?? ""}:${password ?? ""}@`;
  const url = `${protocol}//${user}${hostname}${port ? `:${port}` : ""}${targetOf(request)}`;
  const body = method === "GET" || method === "HEAD" ? undefined : request.body;
  const { cache, credentials, customFetch, keepAlive, requestInit } = options;
  const asked = new Request(url, {
    ...{ method, headers: new Headers(headers), body, signal },
    ...(body && { duplex: "half" }),
    ...(cache && { cache }),
    ...(credentials && { credentials }),
    ...("keepalive" in Request.prototype && { keepalive: keepAlive === true }),
    ...requestInit?.(request),
  });
  const response = await (customFetch ?? fetch)(asked);
  return new HttpResponse({
    statusCode: response.status,
    reason: response.statusText,
    headers: Object.fromEntries(response.headers.entries()),
    body: response.body ?? (await response.blob()),
  });
};

/** One clock per call, which runs while the server is waited for. It ends the request as the caller's signal does. */
const startClock = (limit: number, caller: CallOptions["abortSignal"]) => {
  const controller = new AbortController();
  let fail = (_: Error): void => {};
  /** Told to who waits too, for a fetch that minds no signal. */
  const endBy = (error: Error, reason: unknown = error): void => {
    fail(error);
    controller.abort(reason);
  };
  const endWithin = (ms: number, message: string): ReturnType<typeof setTimeout> | undefined =>
    ms > 0 ? setTimeout(() => endBy(Object.assign(new Error(message), { name: "TimeoutError" })), ms) : undefined;
  const forget = caller
    ? onAbort(caller, () => {
        endBy(abortError(caller), "reason" in caller ? caller.reason : undefined);
      })
    : () => {};
  /** The promise's outcome, or the error that ends the call where that comes first. */
  const wait = async <T>(promise: Promise<T>): Promise<T> => {
    const timer = endWithin(
      limit,
      `No byte received within ${limit} ms. ` +
        "Set `socketTimeout`, in milliseconds, in the client's requestHandler or in a call's options.",
    );
    const ended = new Promise<never>((_, reject) => {
      fail = reject;
    });
    try {
      return await Promise.race([promise, ended]);
    } finally {
      clearTimeout(timer);
    }
  };
  /** The same stream, whose every chunk is waited for no longer than the limit. A slow reader isn't a silent server. */
  const watch = (body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> => {
    const reader = body.getReader();
    return new ReadableStream<Uint8Array>({
      pull: async (stream) => {
        try {
          const { done, value } = await wait(reader.read());
          if (done) {
            forget();
            stream.close();
          } else {
            stream.enqueue(value);
          }
        } catch (error) {
          forget();
          stream.error(error);
          reader.cancel(error).catch(() => {});
        }
      },
      cancel: (reason) => {
        forget();
        return reader.cancel(reason);
      },
    });
  };
  return {
    signal: controller.signal,
    /** A clock for the whole until the head is there, whatever comes in between; none for 0. */
    endWithin: (ms: number) => endWithin(ms, `No answer within the requestTimeout of ${ms} ms.`),
    wait,
    /** Undefined where nothing may end the body: neither a limit nor the caller. */
    watch: limit > 0 || caller ? watch : undefined,
    forget,
  };
};

const isHandler = (value: unknown): value is HttpHandler<object> =>
  typeof value === "object" && value !== null && "handle" in value && typeof value.handle === "function";
