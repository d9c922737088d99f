import type { RuleSet } from "./endpoint-rules.ts";

/** The rules of a service whose model has none: the endpoint is the one that the client's configuration names. */
export const customEndpointRules: RuleSet = {
  version: "1.0",
  parameters: [{ name: "Endpoint", type: "string", builtIn: "SDK::Endpoint", required: false }],
  rules: [
    {
      kind: "endpoint",
      conditions: [{ call: { kind: "call", fn: "isSet", args: [{ kind: "reference", name: "Endpoint" }] } }],
      url: { kind: "reference", name: "Endpoint" },
      headers: [],
      properties: [],
    },
    {
      kind: "error",
      conditions: [],
      message: {
        kind: "literal",
        value: 'There is no endpoint. Set "endpoint" in the client\'s configuration: the service has no rules for one.',
      },
    },
  ],
};
