import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What goes wrong with a call, and the errors that it may come to: none where a second attempt is answered. A reset
 * throws away what was received and not yet read, which may be the head.
 */
export const WRONG = {
  reset: ["ResponseBodyError", "TimeoutError"],
  half: ["ResponseBodyError"],
  closed: ["TimeoutError"],
  silent: ["TimeoutError"],
  garbage: ["ResponseBodyError"],
  refused: ["LimitExceededException"],
  unknown: ["Unknown"],
  aborted: ["AbortError"],
  once: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Wrong = keyof typeof WRONG;
export const wrongs = Object.keys(WRONG) as Wrong[];

/** Names what is to go wrong with a call: `reset:17`. */
export const userOf = (wrong: Wrong | "fine", call: number): string => `${wrong}:${call}`;

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
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
};

const answer = (response: ServerResponse, user: string, again: boolean): void => {
  const full = JSON.stringify({ CodeDeliveryDetails: { Destination: user } });
  const half = () => response.writeHead(200, { "content-length": full.length }).write(full.slice(0, 10));
  const [kind] = user.split(":") as [Wrong | "fine"];
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
