import type { Problem } from "../smithy/diagnostic-table.ts";

/** What a service can ask for that can't be written yet, or not as asked. Codes TIN0200 to TIN0299 belong here. */
export const problems = {
  leftOut: (parts: readonly string[]): Problem => ({
    code: "TIN0200",
    severity: "warning",
    message: `Left out: ${parts.join("; ")}.`,
    help: "These aren't supported yet; the operations that are there are complete, and can be paged and repeated by hand.",
  }),
  eventStreamAskedFor: (operation: string): Problem => ({
    code: "TIN0201",
    severity: "error",
    message: `"${operation}" has an event stream, which isn't supported yet.`,
    help: "Take it out of the operations.",
  }),
  noProtocol: (service: string, supported: readonly string[]): Problem => ({
    code: "TIN0202",
    severity: "error",
    message: `${service} names no protocol.`,
    help: `Give the service one of these traits: ${supported.join(", ")}.`,
  }),
  unsupportedProtocol: (service: string, found: readonly string[], supported: readonly string[]): Problem => ({
    code: "TIN0203",
    severity: "error",
    message: `${service} speaks ${found.join(", ")}, which isn't supported yet.`,
    help: `Supported: ${supported.join(", ")}.`,
  }),
  protocolNotSpoken: (service: string, asked: string, spoken: readonly string[]): Problem => ({
    code: "TIN0208",
    severity: "error",
    message: `${service} doesn't speak ${asked}.`,
    help: `It speaks ${spoken.join(", ")}.`,
  }),
  noOperations: (service: string): Problem => ({
    code: "TIN0204",
    severity: "error",
    message: `${service} has no operation to generate.`,
    help: "Give the service operations, or choose others.",
  }),
  unknownAuth: (schemes: readonly string[]): Problem => ({
    code: "TIN0206",
    severity: "warning",
    message: `No signer is generated for ${schemes.join(", ")}.`,
    help: `Give clients one: httpAuthSchemes: { "${schemes[0] ?? ""}": { identityProvider, signer } }. The other schemes are complete.`,
  }),
  digestAuth: (): Problem => ({
    code: "TIN0210",
    severity: "warning",
    message: "smithy.api#httpDigestAuth isn't supported.",
    help: "Let operations use another scheme, by smithy.api#auth, or give clients a signer for it in httpAuthSchemes.",
  }),
  endpointDiscovery: (operations: readonly string[]): Problem => ({
    code: "TIN0207",
    severity: "warning",
    message: `Endpoints have to be discovered before these are called, which isn't done: ${operations.join(", ")}.`,
    help: "Give clients the endpoint that the service's own operation for it tells.",
  }),
  decisionDiagramOnly: (): Problem => ({
    code: "TIN0211",
    severity: "warning",
    message: "smithy.rules#endpointBdd isn't read, and there is no smithy.rules#endpointRuleSet beside it.",
    help: "Give clients an endpoint, or the service the rule set that the decision diagram was made of.",
  }),
  badRuleSet: (reason: string): Problem => ({
    code: "TIN0205",
    severity: "error",
    message: `The endpoint rule set can't be read: ${reason}`,
    help: "Correct smithy.rules#endpointRuleSet as the rules engine's specification has it.",
  }),
  badBindings: (operation: string, faults: readonly string[]): Problem => ({
    code: "TIN0212",
    severity: "error",
    message: `The HTTP bindings of "${operation}" don't go together: ${faults.join("; ")}.`,
    help: "Correct the bindings as https://smithy.io/2.0/spec/http-bindings.html has them.",
  }),
  documentsWithoutForm: (protocol: string, members: readonly string[]): Problem => ({
    code: "TIN0213",
    severity: "warning",
    message: `${protocol} has no form for documents, so that these are written as the text of their JSON: ${members.join(", ")}.`,
    help: "Give the members types of their own, or the service a protocol of JSON or CBOR.",
  }),
  noHttp: (operation: string, protocol: string): Problem => ({
    code: "TIN0209",
    severity: "error",
    message: `"${operation}" has no smithy.api#http, which ${protocol} needs.`,
    help: "Give the operation a method and a path, or the service another protocol.",
  }),
};
