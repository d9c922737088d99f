import { DiagnosticsError } from "../smithy/diagnostics.ts";
import type { ShapeId } from "../smithy/shape-id.ts";
import type { ServiceShape } from "../smithy/shapes.ts";
import { problems } from "./diagnostic-table.ts";

/** The protocols that can be generated, best first: what a service that speaks several is spoken to in. */
export const supportedProtocols: readonly ShapeId[] = ["aws.protocols#awsJson1_0", "aws.protocols#awsJson1_1"];

/** Known by name, so that a service that speaks nothing else is told which of its protocols is missing here. */
const unsupportedProtocols: readonly ShapeId[] = [
  "smithy.protocols#rpcv2Cbor",
  "smithy.protocols#rpcv2Json",
  "aws.protocols#restJson1",
  "aws.protocols#restXml",
  "aws.protocols#awsQuery",
  "aws.protocols#ec2Query",
];

/**
 * The protocol that a service is spoken to in: the first that it has of those supported.
 * https://smithy.io/2.0/spec/protocol-traits.html
 *
 * @throws DiagnosticsError where it has none
 */
export const chooseProtocol = (service: ServiceShape): ShapeId => {
  const chosen = supportedProtocols.find((id) => service.traits.has(id));
  if (chosen !== undefined) return chosen;
  const found = unsupportedProtocols.filter((id) => service.traits.has(id));
  const problem =
    found.length === 0
      ? problems.noProtocol(service.id, supportedProtocols)
      : problems.unsupportedProtocol(service.id, found, supportedProtocols);
  throw new DiagnosticsError([{ ...problem, shape: service.id }]);
};
