/** Ends a body that nobody will read on: a Node.js stream is destroyed; a web stream that someone reads is theirs. */
export const discardBody = (body: unknown, error?: Error): void => {
  if (typeof body !== "object" || body === null) {
    return;
  }
  if ("destroy" in body && typeof body.destroy === "function") {
    // Whoever would read it may not listen yet, and an error that nobody hears ends the process.
    if ("on" in body && typeof body.on === "function") {
      body.on("error", () => {});
    }
    body.destroy(error);
  } else if (typeof ReadableStream === "function" && body instanceof ReadableStream) {
    body.cancel(error).catch(() => {});
  }
};
