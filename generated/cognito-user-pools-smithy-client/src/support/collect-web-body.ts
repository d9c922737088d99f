/**
 * Collects a web stream or a blob. A stream that turns out longer than the limit is cancelled, and what came of it is
 * given: it is longer than the limit too.
 *
 * @throws TypeError from the promise for any other body
 */
export const collectWebBody = async (body: unknown, limit: number): Promise<Uint8Array> => {
  if (typeof Blob === "function" && body instanceof Blob) {
    return new Uint8Array(await body.arrayBuffer());
  }
  if (!isWebStream(body)) {
    throw new TypeError("The body is no stream.");
  }
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    chunks.push(value);
    size += value.byteLength;
    if (size > limit) {
      reader.cancel().catch(() => {});
      break;
    }
  }
  const [only] = chunks;
  if (chunks.length === 1 && only) {
    return only;
  }
  const bytes = new Uint8Array(size);
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.byteLength;
  }
  return bytes;
};

export const isWebStream = (body: unknown): body is ReadableStream<Uint8Array> =>
  typeof ReadableStream === "function" && body instanceof ReadableStream;
