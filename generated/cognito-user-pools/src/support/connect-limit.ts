import type { Agent as HttpAgent } from "node:http";
import type { Agent as HttpsAgent } from "node:https";
import type { Socket } from "node:net";

/** Shared by the agents of a handler, so that a changed limit holds for the next connection; 0 for ever. */
export interface ConnectLimit {
  ms: number;
}

type Connector = (...args: unknown[]) => unknown;

/**
 * Ends each connection of an agent that isn't made within the limit. Gives the agent back.
 *
 * @param ready the event of a connection that is made: with TLS, its handshake belongs to it
 */
export const limitConnect = <T extends HttpAgent | HttpsAgent>(
  agent: T,
  ready: "connect" | "secureConnect",
  limit: ConnectLimit,
): T => {
  // Documented as the place to change how sockets are made, and missing from the older types.
  const connecting = agent as unknown as { createConnection: Connector };
  const connect = connecting.createConnection;
  connecting.createConnection = function (this: unknown, ...args: unknown[]) {
    const socket = connect.apply(this, args) as Socket | undefined;
    if (socket && limit.ms > 0) {
      endUnlessReady(socket, ready, limit.ms);
    }
    return socket;
  };
  return agent;
};

const endUnlessReady = (socket: Socket, ready: "connect" | "secureConnect", ms: number): void => {
  const timer = setTimeout(() => {
    const error = new Error(
      `No connection within ${ms} ms. ` +
        "Set `connectionTimeout`, in milliseconds, in the client's requestHandler or in a call's options.",
    );
    socket.destroy(Object.assign(error, { name: "TimeoutError" }));
  }, ms);
  const stop = () => clearTimeout(timer);
  socket.once(ready, stop);
  socket.once("close", stop);
};
