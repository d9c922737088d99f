import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { JsonObject } from "../../codegen/smithy/json.ts";
import { generateBoth, modelOf, type Packages } from "../golden/generate.ts";
import { importPackage } from "../support/build-package.ts";
import type { PackageFiles } from "../support/package-source.ts";
import { modelText, type TestService } from "../unit/customizations/service.ts";

/** A request as a server saw it. */
export interface Seen {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** A loopback server that answers every call, and keeps what it saw. */
export class AuthServer {
  readonly seen: Seen[] = [];
  endpoint = "";
  readonly #server = createServer((request, response) => {
    this.seen.push({ url: request.url ?? "", headers: request.headers });
    request.resume();
    response.writeHead(200, { "content-type": "application/x-amz-json-1.1" }).end("{}");
  });

  static async start(): Promise<AuthServer> {
    const server = new AuthServer();
    await new Promise<void>((listening) => server.#server.listen(0, "127.0.0.1", listening));
    server.endpoint = `http://127.0.0.1:${(server.#server.address() as AddressInfo).port}`;
    return server;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

/** The packages of a service in both runtimes, with more shapes in its model. */
export const authPackages = (name: string, service: TestService, more: JsonObject = {}): Packages => {
  const model: { readonly shapes: JsonObject } = JSON.parse(modelText(service));
  const text = JSON.stringify({ ...model, shapes: { ...model.shapes, ...more } });
  return generateBoth(name, modelOf([{ file: "model.json", text }]));
};

type Client = { send(command: object): Promise<unknown>; destroy(): void; readonly config: object };

/** Sends an operation without an input through a client of its own: what the server saw of it. */
export const call = async (
  files: PackageFiles,
  server: AuthServer,
  operation: string,
  config: object = {},
): Promise<Seen> => {
  const sdk = await importPackage(files);
  const make = <T>(key: string, argument: object): T => new (sdk[key] as new (argument: object) => T)(argument);
  const name = Object.keys(sdk).find((key) => /^(?!__).+Client$/.test(key)) ?? "";
  const client = make<Client>(name, { region: "eu-west-1", endpoint: server.endpoint, maxAttempts: 1, ...config });
  const before = server.seen.length;
  try {
    await client.send(make(`${operation}Command`, {}));
  } finally {
    client.destroy();
  }
  const [seen] = server.seen.slice(before);
  if (seen === undefined) throw new Error("The server saw nothing.");
  return seen;
};
