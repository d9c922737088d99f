import { createServer, type Socket } from "node:net";

/** A server that speaks bytes, so that it can do what no HTTP server does. */
export interface RawServer {
  readonly port: number;
  /** How many requests came; a request is counted when its head is complete. */
  readonly requests: () => number;
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** Calls `answer` for each request's head, with the number of the request, counted from 1. */
export const rawServer = async (answer: (socket: Socket, request: number) => void): Promise<RawServer> => {
  const open = new Set<Socket>();
  let requests = 0;
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    open.add(socket);
    let text = "";
    socket.on("error", () => {});
    socket.on("close", () => open.delete(socket));
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      for (;;) {
        const head = text.indexOf("\r\n\r\n");
        const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
        if (head < 0 || text.length < head + 4 + length) {
          return;
        }
        text = text.slice(head + 4 + length);
        requests += 1;
        answer(socket, requests);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) {
    throw new Error("The server has no port.");
  }
  return {
    port: address.port,
    requests: () => requests,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) {
          socket.destroy();
        }
        server.close(() => resolve());
      }),
  };
};

/** The bytes of an answer. */
export const answerText = (status: number, body: string, headers: Record<string, string> = {}): string => {
  const all = { "x-amzn-requestid": "request-1", "content-length": String(Buffer.byteLength(body)), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Status\r\n${lines.join("")}\r\n${body}`;
};
