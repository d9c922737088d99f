/**
 * Collects a web stream. One that turns out longer than the limit is cancelled, and what came of it is given: it is
 * longer than the limit too.
 */
export const collectWebStream = async (stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> => {
  const reader = stream.getReader();
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
