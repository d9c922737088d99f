/** The server that calls go to, in a process of its own: tells its port, then answers until its parent is gone. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ANSWERS, answerHeaders, operationOf } from "./work.ts";

const server = createServer((request, response) => {
  const operation = operationOf(request.headers["x-amz-target"]);
  request.resume().on("end", () => {
    response.writeHead(200, answerHeaders(operation)).end(ANSWERS[operation]);
  });
});
// Sockets outlive the rounds in which others have their turn.
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
