import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, bytesOf } from "./answers.ts";
import { plain } from "./plain.ts";
import { bodyText, masked, type SentRequest, type Wire } from "./subject.ts";

/** Bytes: queries and headers of odd inputs are longer than the 16 KiB that servers of Node.js take. */
const LONGEST_HEAD = 1 << 20;

/** A real server on loopback, which several clients may share: they're called one after the other. */
export class SocketWire implements Wire {
  readonly config: object;
  readonly #server: Server;
  #connections = 0;
  #answer: Answer = { status: 200, headers: {}, body: { text: "{}" } };
  #requests: SentRequest[] = [];

  private constructor(server: Server) {
    this.#server = server;
    server.on("connection", () => {
      this.#connections += 1;
    });
    // S3's buckets go into the path: an address has no names before it.
    this.config = { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, forcePathStyle: true };
  }

  static async start(): Promise<SocketWire> {
    let wire: SocketWire | undefined;
    const server = createServer(
      { maxHeaderSize: LONGEST_HEAD },
      (request, response) => void wire?.serve(request, response),
    );
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    wire = new SocketWire(server);
    return wire;
  }

  /** How many connections clients have made to it. */
  get connections(): number {
    return this.#connections;
  }

  expect(answer: Answer): void {
    this.#answer = answer;
    this.#requests = [];
  }

  requests(): readonly SentRequest[] {
    return this.#requests;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    this.#requests.push({
      method: request.method ?? "",
      url: request.url ?? "",
      query: plain({}),
      headers: plain(masked(request.headers)),
      body: bodyText(Buffer.concat(chunks)),
    });
    const { status, headers } = this.#answer;
    // The time of day would be taken for the service's clock.
    response.sendDate = false;
    response.writeHead(status, { ...headers });
    response.end(bytesOf(this.#answer));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

/** The case as it can be over HTTP: these two statuses have no body, and the length of a body is that of the body. */
export const overHttp = (answer: Answer): Answer => {
  const status = answer.status === 204 ? 200 : answer.status === 304 ? 404 : answer.status;
  const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => name !== "content-length"));
  return { ...answer, status, headers };
};
