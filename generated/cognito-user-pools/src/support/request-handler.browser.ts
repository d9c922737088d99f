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
    const silence = new Silence(socketTimeout ?? options.socketTimeout ?? 0, abortSignal);
    const whole = silence.endWithin(requestTimeout ?? options.requestTimeout ?? 0);
    try {
      silence.begin();
      const response = await silence.orEnd(send(request, options, silence.signal));
      silence.end();
      if (silence.isMinded && isWebStream(response.body)) {
        response.body = silence.watch(response.body);
      } else {
        silence.forget();
      }
      return { response };
    } catch (error) {
      silence.forget();
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

const nothing = (): void => {};

/** One clock per call, which runs while the server is waited for. It ends the request as the caller's signal does. */
class Silence {
  readonly #controller = new AbortController();
  readonly #limit: number;
  readonly #forgetSignal: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #fail: (error: Error) => void = () => {};

  constructor(limit: number, caller: CallOptions["abortSignal"]) {
    this.#limit = limit;
    this.#forgetSignal = caller
      ? onAbort(caller, () => {
          // Told here too, for a fetch that minds no signal.
          this.#fail(abortError(caller));
          this.#controller.abort("reason" in caller ? caller.reason : undefined);
        })
      : nothing;
  }

  /** Whether there is anything that may end the body: a limit, or the caller. */
  get isMinded(): boolean {
    return this.#limit > 0 || this.#forgetSignal !== nothing;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** A clock that runs until the head is there, whatever comes in between; none for 0. */
  endWithin(ms: number): ReturnType<typeof setTimeout> | undefined {
    return ms > 0 ? setTimeout(() => this.#late(`No answer within the requestTimeout of ${ms} ms.`), ms) : undefined;
  }

  begin(): void {
    if (this.#limit > 0) {
      const message =
        `No byte received within ${this.#limit} ms. ` +
        "Set `socketTimeout`, in milliseconds, in the client's requestHandler or in a call's options.";
      this.#timer = setTimeout(() => this.#late(message), this.#limit);
    }
  }

  #late(message: string): void {
    const error = Object.assign(new Error(message), { name: "TimeoutError" });
    this.#fail(error);
    this.#controller.abort(error);
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  forget(): void {
    this.end();
    this.#forgetSignal();
  }

  /** The promise's outcome, or the `TimeoutError` where that comes first. */
  orEnd<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        this.#fail = reject;
      }),
    ]);
  }

  /** The same stream, whose every chunk is waited for no longer than the limit. A slow reader isn't a silent server. */
  watch(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    const reader = body.getReader();
    return new ReadableStream<Uint8Array>({
      pull: async (stream) => {
        this.begin();
        try {
          const { done, value } = await this.orEnd(reader.read());
          if (done) {
            this.forget();
            stream.close();
          } else {
            this.end();
            stream.enqueue(value);
          }
        } catch (error) {
          this.forget();
          stream.error(error);
          reader.cancel(error).catch(() => {});
        }
      },
      cancel: (reason) => {
        this.forget();
        return reader.cancel(reason);
      },
    });
  }
}

const isHandler = (value: unknown): value is HttpHandler<object> =>
  typeof value === "object" && value !== null && "handle" in value && typeof value.handle === "function";
