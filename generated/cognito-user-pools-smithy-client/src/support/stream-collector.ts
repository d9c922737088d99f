import { collectWebBody } from "./collect-web-body.js";

/**
 * Collects a Node.js stream without a second stream behind it, a web stream or a blob. A stream that closes before its end
 * is an error.
 *
 * @param limit bytes after which the rest isn't waited for: what is given is then longer than the limit
 * @throws TypeError from the promise for any other body
 */
export const streamCollector = (body: unknown, limit = Number.POSITIVE_INFINITY): Promise<Uint8Array> =>
  isNodeStream(body) ? collect(body, limit) : collectWebBody(body, limit);

/** What is used here of a Node.js stream. */
interface NodeStream {
  readonly readableEnded?: boolean;
  readonly destroyed?: boolean;
  readonly errored?: Error | null;
  on(event: "data", listener: (chunk: Uint8Array | string) => void): void;
  on(event: "end" | "close", listener: () => void): void;
  on(event: "error", listener: (error: Error) => void): void;
  destroy(): void;
}

const isNodeStream = (body: unknown): body is NodeStream =>
  typeof body === "object" && body !== null && "on" in body && "pipe" in body;

const collect = (stream: NodeStream, limit: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    let given = false;
    const give = () => {
      const [only] = chunks;
      given = true;
      resolve(chunks.length === 1 && only ? only : Buffer.concat(chunks, size));
    };
    // Every stream closes in the end, and an error that nobody gets takes longer to make than the body to collect.
    const closed = () => {
      if (!given) {
        reject(
          stream.errored ?? Object.assign(new Error("The body was closed before its end."), { code: "ECONNRESET" }),
        );
      }
    };
    if (stream.readableEnded) {
      resolve(new Uint8Array());
    } else if (stream.destroyed) {
      closed();
    }
    stream.on("error", reject);
    stream.on("close", closed);
    stream.on("end", give);
    stream.on("data", (chunk) => {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      chunks.push(bytes);
      size += bytes.byteLength;
      if (size > limit) {
        give();
        stream.destroy();
      }
    });
  });
