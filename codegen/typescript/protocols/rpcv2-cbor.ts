import { cbor } from "./cbor.ts";
import { protocol } from "./protocol.ts";
import { rpc } from "./rpc.ts";

/** https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html */
export const rpcv2Cbor = protocol("smithy.protocols#rpcv2Cbor", {
  transport: rpc({
    operation: "path",
    headers: { "smithy-protocol": "rpc-v2-cbor", accept: "application/cbor" },
  }),
  codec: cbor,
});
