import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What calls come to by what their user's name asks for: an answer or an error's name, its code where it has one, and
 * the attempts that it took. Two attempts are all there are, and both fare alike, except with `once`.
 *
 * - `reset`: a reset throws away what was received and not yet read. That is the rest of the body or the head with it.
 * - `half`: the end of a connection throws nothing away, so the head is always seen.
 * - `closed`: no head, and a connection that ends tells it.
 * - `silent`: nothing tells it but the call's own limit, whose error has no code.
 * - `garbage`: an answer that came whole is not asked for again.
 * - `refused` means a throttled call, `unknown` a busy server by its status alone.
 * - `aborted`: the caller's word, while the first attempt is under way or before it is.
 */
export const RIGHT = {
  fine: ["answer, 1"],
  reset: ["ResponseBodyError, 2", "TimeoutError, ECONNRESET, 2"],
  half: ["ResponseBodyError, 2"],
  closed: ["TimeoutError, ECONNRESET, 2"],
  silent: ["TimeoutError, 2"],
  garbage: ["ResponseBodyError, 1"],
  refused: ["LimitExceededException, 2"],
  unknown: ["Unknown, 2"],
  aborted: ["AbortError, 1", "AbortError"],
  once: ["answer, 2"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Kind = keyof typeof RIGHT;
export const wrongs = (Object.keys(RIGHT) as Kind[]).filter((kind) => kind !== "fine");

/** Names what is to become of a call: `reset:17`. */
export const userOf = (kind: Kind, call: number): string => `${kind}:${call}`;

/** Serves calls as their users' names say; the answer tells the name back. Gives the port. */
export const serve = (): Promise<number> => {
  const tried = new Set<string>();
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => {
      body += chunk;
    });
    request.on("end", () => {
      const { Username: user } = JSON.parse(body) as { readonly Username: string };
      const again = tried.delete(user);
      if (!again && user.startsWith("once:")) tried.add(user);
      response.setHeader("x-amzn-requestid", "request-1");
      answer(response, user, again);
    });
    request.on("error", () => {});
  });
  // A connection that is closed while a request is on its way to it costs an attempt, which only `closed` may.
  server.keepAliveTimeout = 0;
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
};

const answer = (response: ServerResponse, user: string, again: boolean): void => {
  const full = JSON.stringify({ CodeDeliveryDetails: { Destination: user } });
  const half = () => response.writeHead(200, { "content-length": full.length }).write(full.slice(0, 10));
  const [kind] = user.split(":") as [Kind];
  switch (kind) {
    case "fine":
      response.end(full);
      return;
    case "once":
      response.writeHead(again ? 200 : 500).end(again ? full : "{}");
      return;
    case "reset":
      half();
      setTimeout(() => response.socket?.resetAndDestroy(), 5);
      return;
    case "half":
      half();
      setTimeout(() => response.socket?.end(), 5);
      return;
    case "closed":
      response.socket?.destroy();
      return;
    case "garbage":
      response.end("<html>");
      return;
    case "refused":
      response.writeHead(400).end('{"__type":"LimitExceededException","message":"slower"}');
      return;
    case "unknown":
      response.writeHead(503).end("<html>busy</html>");
      return;
    case "silent":
    case "aborted":
      return;
  }
};
