import type { Agent as HttpAgent } from "node:http";
import type { Agent as HttpsAgent } from "node:https";
import type { Socket } from "node:net";

/** Shared by the agents of a handler, so that a changed limit holds for the next connection; 0 for ever. */
export interface ConnectLimit {
  ms: number;
}

type Connector = (...args: unknown[]) => unknown;

/** Among the options of a request, from which an agent makes those of its connection: the request's own limit. */
const OWN_LIMIT = /* @__PURE__ */ Symbol("connect limit");

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
    const [options] = args as [{ readonly [OWN_LIMIT]?: number } | undefined];
    const ms = options?.[OWN_LIMIT] ?? limit.ms;
    if (socket && ms > 0) {
      endUnlessReady(socket, ready, ms);
    }
    return socket;
  };
  return agent;
};

/** The same limited agent, with its connections, for requests that have a limit of their own, in milliseconds. */
export const withConnectLimit = <T extends HttpAgent | HttpsAgent>(agent: T, ms: number): T => {
  // How every request comes to its agent, and missing from the types.
  const shared = agent as unknown as { addRequest(request: unknown, options: object): void };
  const addRequest = (request: unknown, options: object) => {
    shared.addRequest(request, { ...options, [OWN_LIMIT]: ms });
  };
  return Object.assign(Object.create(agent), { addRequest }) as T;
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
