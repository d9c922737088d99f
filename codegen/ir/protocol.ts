import { DiagnosticsError } from "../smithy/diagnostics.ts";
import type { Model } from "../smithy/model.ts";
import { nameOf, type ShapeId } from "../smithy/shape-id.ts";
import type { ServiceShape } from "../smithy/shapes.ts";
import { protocolDefinition } from "../smithy/traits/protocol.ts";
import { problems } from "./diagnostic-table.ts";

/** The protocols that can be generated, best first: what a service that speaks several is spoken to in. */
export const supportedProtocols: readonly ShapeId[] = [
  "aws.protocols#awsJson1_0",
  "aws.protocols#awsJson1_1",
  "aws.protocols#restJson1",
  "smithy.protocols#rpcv2Cbor",
  "smithy.protocols#rpcv2Json",
  "aws.protocols#restXml",
  "aws.protocols#awsQuery",
  "aws.protocols#ec2Query",
];

/**
 * The protocol that a service is spoken to in: the one asked for, or the first that it has of those supported.
 * https://smithy.io/2.0/spec/protocol-traits.html
 *
 * @param asked the id of a protocol's trait, or its name alone: `restJson1`
 * @throws DiagnosticsError where the service doesn't have it, or none that is supported
 */
export const chooseProtocol = (model: Model, service: ServiceShape, asked?: string): ShapeId => {
  const refuse = (problem: ReturnType<typeof problems.noProtocol>): DiagnosticsError =>
    new DiagnosticsError([{ ...problem, shape: service.id }]);
  const spoken = service.traits.ids.filter(
    (id) => supportedProtocols.includes(id) || model.shapes.get(id)?.traits.has(protocolDefinition),
  );
  if (spoken.length === 0) throw refuse(problems.noProtocol(service.id, supportedProtocols));
  const possible = asked === undefined ? spoken : spoken.filter((id) => id === asked || nameOf(id) === asked);
  if (asked !== undefined && possible.length === 0) throw refuse(problems.protocolNotSpoken(service.id, asked, spoken));
  const chosen = supportedProtocols.find((id) => possible.includes(id));
  if (chosen === undefined) throw refuse(problems.unsupportedProtocol(service.id, possible, supportedProtocols));
  return chosen;
};

/** Whether a protocol uses HTTP bindings. https://smithy.io/2.0/spec/http-bindings.html */
export const usesHttpBindings = (protocol: ShapeId): boolean =>
  protocol === "aws.protocols#restJson1" || protocol === "aws.protocols#restXml";
