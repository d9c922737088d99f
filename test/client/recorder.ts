import { Readable } from "node:stream";
import { HttpRequest, HttpResponse } from "@smithy/core/protocols";
import type { HttpHandlerOptions } from "@smithy/types";

/** What a request handler is to answer: a status and a body, or an error as of a connection. */
export type Reply =
  | {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
      /** The body comes as a stream, as handlers of Node.js give one; else all at once. */
      readonly streams?: true;
    }
  | Error;

/** A request handler that answers by itself, and keeps what it was asked. */
export class Recorder {
  readonly requests: HttpRequest[] = [];
  readonly options: (HttpHandlerOptions | undefined)[] = [];
  readonly metadata = { handlerProtocol: "http/1.1" };
  destroyed = 0;
  readonly #replies: readonly Reply[];

  /** @param replies to one request after the other; the last one to all that follow */
  constructor(...replies: readonly Reply[]) {
    this.#replies = replies;
  }

  async handle(request: unknown, options?: HttpHandlerOptions): Promise<{ response: HttpResponse }> {
    if (!HttpRequest.isInstance(request)) throw new Error("That is no HTTP request.");
    // Later attempts go out with the same object.
    this.requests.push(HttpRequest.clone(request));
    this.options.push(options);
    const reply = this.#replies[Math.min(this.requests.length, this.#replies.length) - 1] ?? {};
    if (reply instanceof Error) throw reply;
    const headers = { "x-amzn-requestid": `request-${this.requests.length}`, ...reply.headers };
    return {
      response: new HttpResponse({
        statusCode: reply.status ?? 200,
        headers,
        body: reply.streams
          ? Readable.from([Buffer.from(reply.body ?? "")])
          : new TextEncoder().encode(reply.body ?? "{}"),
      }),
    };
  }

  updateHttpClientConfig(): void {}

  httpHandlerConfigs(): object {
    return {};
  }

  destroy(): void {
    this.destroyed += 1;
  }
}

/** The body of a recorded request: text, or the bytes of text, which the newest official client sends. */
export const bodyText = ({ body }: HttpRequest): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
