import { streamCollector as publishedCollector } from "@smithy/node-http-handler";
import type { StreamCollector } from "@smithy/types";

/**
 * Collects a Node.js stream without a second stream behind it, and leaves any other kind of body to the published
 * collector. A stream that closes before its end is an error; the published collector waits for it.
 */
export const streamCollector: StreamCollector = (body: unknown): Promise<Uint8Array> =>
  isNodeStream(body) ? collect(body) : publishedCollector(body as Parameters<typeof publishedCollector>[0]);

/** What is used here of a Node.js stream. */
interface NodeStream {
  readonly readableEnded: boolean;
  readonly destroyed: boolean;
  readonly errored?: Error | null;
  on(event: "data", listener: (chunk: Uint8Array | string) => void): void;
  on(event: "end" | "close", listener: () => void): void;
  on(event: "error", listener: (error: Error) => void): void;
}

const isNodeStream = (body: unknown): body is NodeStream =>
  typeof body === "object" && body !== null && "on" in body && "readableEnded" in body;

const collect = (stream: NodeStream): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    const closed = () => {
      reject(stream.errored ?? Object.assign(new Error("The body was closed before its end."), { code: "ECONNRESET" }));
    };
    if (stream.readableEnded) {
      resolve(new Uint8Array());
    } else if (stream.destroyed) {
      closed();
    }
    stream.on("error", reject);
    stream.on("close", closed);
    stream.on("end", () => {
      const [only] = chunks;
      resolve(chunks.length === 1 && only ? only : Buffer.concat(chunks));
    });
    stream.on("data", (chunk) => {
      chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
    });
  });
