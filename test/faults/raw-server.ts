import { createServer, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";

/** A server that speaks bytes, so that it can do what no HTTP server does. */
export interface RawServer {
  readonly port: number;
  /** How many requests came; a request is counted when its head is complete. */
  readonly requests: () => number;
  readonly connections: () => number;
  /** How many connections are open now. */
  readonly open: () => number;
  /** What a server of TLS shows of itself from the next connection on. */
  readonly setIdentity: (identity: TlsOptions) => void;
  readonly close: () => Promise<void>;
}

/** Told of each request when it is there: its number, counted from 1, and its head as text. */
export type Answer = (socket: Socket, request: number, head: string) => void;

/** Serves on a free port, or on the one given; with `tls` over TLS. */
export const rawServer = async (
  answer: Answer,
  { tls, port = 0 }: { readonly tls?: TlsOptions; readonly port?: number } = {},
): Promise<RawServer> => {
  const open = new Set<Socket>();
  let requests = 0;
  let connections = 0;
  const connected = (socket: Socket): void => {
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
        const headText = text.slice(0, head);
        text = text.slice(head + 4 + length);
        requests += 1;
        answer(socket, requests, headText);
      }
    });
  };
  const secure = tls && createTlsServer(tls, connected).on("tlsClientError", () => {});
  const server = secure ?? createServer(connected);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) {
    throw new Error("The server has no port.");
  }
  return {
    port: address.port,
    requests: () => requests,
    connections: () => connections,
    open: () => open.size,
    setIdentity: (identity) => secure?.setSecureContext(identity),
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
