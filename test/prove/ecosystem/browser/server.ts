import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Loopback {
  readonly url: string;
  readonly close: () => Promise<void>;
}

async function listen(answer: Parameters<typeof createServer>[1]): Promise<Loopback> {
  const server = createServer(answer ?? (() => undefined));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** A page and its program, as a web server gives them. */
export const servePage = (script: string): Promise<Loopback> =>
  listen((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(
      isScript ? script : '<!doctype html><title>calling</title><script type="module" src="/page.js"></script>',
    );
  });

/** A service on another origin, which lets browsers in; it never answers a user called "never". */
export const serveService = (preflights: string[]): Promise<Loopback> =>
  listen(async (request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-expose-headers", "x-amzn-requestid");
    if (request.method === "OPTIONS") {
      const asked = request.headers["access-control-request-headers"] ?? "";
      preflights.push(asked);
      response.writeHead(204, { "access-control-allow-headers": asked, "access-control-allow-methods": "POST" }).end();
      return;
    }
    let text = "";
    for await (const part of request.setEncoding("utf8")) text += part;
    answer(JSON.parse(text), response);
  });

function answer({ Username, UserPoolId }: { readonly [name: string]: string }, response: ServerResponse): void {
  response.setHeader("content-type", "application/x-amz-json-1.1");
  response.setHeader("x-amzn-requestid", "request");
  if (Username === "never") return;
  if (Username === "absent") {
    response.statusCode = 400;
    response.end('{"__type":"UserNotFoundException","message":"No such user."}');
  } else if (UserPoolId !== undefined) response.end("{}");
  else response.end('{"CodeDeliveryDetails":{"Destination":"a***@e***","DeliveryMedium":"EMAIL"}}');
}
