import type { HttpHandler } from "@smithy/core/protocols";
import type { HttpHandlerUserInput, HttpRequest, HttpResponse } from "@smithy/protocol-http";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import type { FetchHttpHandlerOptions, Provider } from "@smithy/types";
import { abortError, onAbort } from "./abort.js";
import type { CallOptions } from "./call-options.js";

/** Milliseconds without a byte, of the head or of the body. A browser can't tell connecting from waiting. */
const SOCKET_TIMEOUT = 300_000;

type LimitedOptions = FetchHttpHandlerOptions & { socketTimeout?: number };
type Options = LimitedOptions | Provider<LimitedOptions | undefined>;

/**
 * The published handler for browsers with a time limit by default, and with that of a single call: a server that says
 * nothing ends a call with a `TimeoutError`, which is retried as a transient one. Where `fetch` gives no stream (React
 * Native), the limit is that of the whole answer.
 */
export class TimeLimitedHandler extends FetchHttpHandler {
  readonly #socketTimeout: Promise<number>;

  /**
   * A handler stays as it is; options become a handler with limits.
   *
   * @param socketTimeout the service's own default; 0 for none
   */
  static override create(
    instanceOrOptions?: HttpHandlerUserInput | Options,
    socketTimeout?: number,
  ): FetchHttpHandler | HttpHandler<object> {
    return isHandler(instanceOrOptions)
      ? instanceOrOptions
      : new TimeLimitedHandler(instanceOrOptions as Options | undefined, socketTimeout);
  }

  constructor(options?: Options, socketTimeout = SOCKET_TIMEOUT) {
    const given = typeof options === "function" ? options() : options;
    // A provider that fails is reported by the call that needs it, here and not once more by the published handler.
    super(given instanceof Promise ? () => given.catch(() => undefined) : given);
    this.#socketTimeout = Promise.resolve(given).then((resolved) => resolved?.socketTimeout ?? socketTimeout);
    this.#socketTimeout.catch(() => {});
  }

  override async handle(request: HttpRequest, options: CallOptions = {}): Promise<{ response: HttpResponse }> {
    const ownLimit = await this.#socketTimeout;
    const limit = options.socketTimeout ?? ownLimit;
    if (!(limit > 0) || options.abortSignal?.aborted) {
      return super.handle(request, options);
    }
    const silence = new Silence(limit, options.abortSignal);
    try {
      silence.begin();
      const result = await silence.orEnd(super.handle(request, { ...options, abortSignal: silence.signal }));
      silence.end();
      const body: unknown = result.response.body;
      if (typeof ReadableStream === "function" && body instanceof ReadableStream) {
        result.response.body = silence.watch(body);
      } else {
        silence.forget();
      }
      return result;
    } catch (error) {
      silence.forget();
      throw error;
    }
  }
}

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
      : () => {};
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  begin(): void {
    this.#timer = setTimeout(() => {
      const error = new Error(
        `No byte received within ${this.#limit} ms. ` +
          "Set `socketTimeout`, in milliseconds, in the client's requestHandler or in a call's options.",
      );
      this.#fail(Object.assign(error, { name: "TimeoutError" }));
      this.#controller.abort(error);
    }, this.#limit);
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
