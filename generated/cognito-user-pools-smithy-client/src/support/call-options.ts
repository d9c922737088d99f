import type { HttpHandlerOptions } from "@smithy/types";

/** Options of a single call: `client.send(command, { socketTimeout: 5_000 })`. What is left out is the client's. */
export interface CallOptions extends HttpHandlerOptions {
  /** How long a connection may take to be made, in milliseconds; 0 for ever. Node.js only. */
  connectionTimeout?: number;
  /** How long to wait without a byte received, for the head and within the body, in milliseconds; 0 for ever. */
  socketTimeout?: number;
  /** Whether missing required members are refused before anything is sent. */
  validation?: "required" | "off";
}
