import type { OperationIr } from "../../ir/types.ts";
import { nameOf, type ShapeId } from "../../smithy/shape-id.ts";
import type { Emission } from "../emitter.ts";
import type { FileScope } from "../file-scope.ts";
import type { Code } from "./code.ts";

/** How a service is spoken to: what carries its messages, and what their contents are written in. */
export interface Protocol {
  /** The protocol's trait. */
  readonly id: ShapeId;
  /** The file of its functions, below `src` and without `.ts`: `protocols/Aws_json1_1`. */
  readonly file: string;
  readonly transport: Transport;
  readonly codec: Codec;
}

/** Requests and responses around the contents. */
export interface Transport {
  /** What `se_XCommand` returns, made of the `input` and the `body` that are in sight there, and of `context`. */
  readonly request: (
    operation: OperationIr,
    scope: FileScope,
  ) => { readonly before: readonly string[]; readonly request: Code };
  /** The functions that requests share. */
  readonly shared: (emission: Emission, scope: FileScope) => string;
}

/** Contents of messages. */
export interface Codec {
  readonly functions: (emission: Emission, scope: FileScope) => ShapeFunctions;
}

/** The functions that convert one service's shapes: asking for one declares it, and all that it needs. */
export interface ShapeFunctions {
  /** The body of a request, out of the `input` in sight; undefined where there is nothing to write. */
  body(input: ShapeId | undefined): { readonly code: Code; readonly usesInput: boolean };
  /** The contents of the response `output` in sight. */
  contents(output: ShapeId): Code;
  /** An error in the table of an operation: its class, or that and the function that reads its members. */
  error(id: ShapeId): string;
  /** The support function that reads the bodies of the errors asked for; undefined where the usual one does. */
  errorBody(): string | undefined;
  /** The declarations asked for, those that write first. */
  declarations(): readonly string[];
}

/** A protocol by its trait: `aws.protocols#awsJson1_1` is written to `protocols/Aws_json1_1`. */
export const protocol = (id: ShapeId, parts: Pick<Protocol, "transport" | "codec">): Protocol => ({
  id,
  file: `protocols/${fileName(nameOf(id).replace(/^aws/, ""))}`,
  ...parts,
});

const fileName = (name: string): string => `Aws_${name.charAt(0).toLowerCase()}${name.slice(1)}`;
