import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../codegen/smithy/json.ts";
import { endpointFiles } from "../../support/endpoint-files.ts";

const boolean = { type: "boolean" };
const required = { type: "boolean", required: true, default: false };
const traits = (parameters: JsonObject, rules: readonly Json[], clientContextParams: JsonObject = {}): JsonObject => ({
  "smithy.rules#endpointRuleSet": { version: "1.0", parameters, rules },
  "smithy.rules#clientContextParams": clientContextParams,
});

const fileOf = (name: string, ...args: Parameters<typeof endpointFiles>): string =>
  endpointFiles(...args).files.find(({ path }) => path === `src/endpoint/${name}.ts`)?.text ?? "";

describe("EndpointParameters", () => {
  const text = fileOf(
    "EndpointParameters",
    traits(
      {
        Bucket: { type: "string" },
        Region: { type: "string", builtIn: "AWS::Region" },
        UseFIPS: { ...required, builtIn: "AWS::UseFIPS" },
        Accelerate: { ...required, builtIn: "AWS::S3::Accelerate" },
        DisableSession: boolean,
        Logger: { type: "string" },
        Kind: { type: "string", required: true },
        Other: { type: "string", builtIn: "Unknown::BuiltIn" },
      },
      [],
      { Accelerate: boolean, DisableSession: boolean, Logger: { type: "string" } },
    ),
    "smithy-core",
    { aws: { sdkId: "S3", endpointPrefix: "s3" }, signingName: "s3" },
  );

  it("declares what a client's configuration gives, by the official names", () => {
    expect(text).toContain(`export interface ClientInputEndpointParameters {
  clientContextParams?: {
    disableSession?: boolean | undefined | __Provider<boolean | undefined>;
    logger?: string | undefined | __Provider<string | undefined>;
  };
  region?: string | undefined | __Provider<string | undefined>;
  useFipsEndpoint?: boolean | undefined | __Provider<boolean | undefined>;
  useAccelerateEndpoint?: boolean | undefined | __Provider<boolean | undefined>;
  disableSession?: boolean | undefined | __Provider<boolean | undefined>;
}
`);
  });

  it("resolves defaults of built-ins", () => {
    expect(text).toContain(`  Object.assign(options, {
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    useAccelerateEndpoint: options.useAccelerateEndpoint ?? false,
    clientContextParams: options.clientContextParams ?? {},
    defaultSigningName: "s3",
  });
`);
  });

  it("says where a call finds each parameter", () => {
    expect(text).toContain(`export const commonParams = {
  Region: { type: "builtInParams", name: "region" },
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Accelerate: { type: "clientContextParams", name: "useAccelerateEndpoint" },
  DisableSession: { type: "clientContextParams", name: "disableSession" },
  Logger: { type: "clientContextParams", name: "logger" },
} as const;
`);
  });

  it("has a parameter that must be given without a question mark", () => {
    expect(text).toContain("  Kind: string;\n  Other?: string | undefined;\n}\n");
  });

  it("keeps the endpoint in the resolved type where the older official clients do", () => {
    expect(fileOf("EndpointParameters", {}, "smithy-client")).toContain(
      "export type ClientResolvedEndpointParameters = ClientInputEndpointParameters & {",
    );
    expect(fileOf("EndpointParameters", {})).toContain('Omit<ClientInputEndpointParameters, "endpoint"> & {');
  });
});

describe("endpoint files", () => {
  const partitions = traits({ Region: { type: "string", builtIn: "AWS::Region", required: true } }, [
    {
      type: "endpoint",
      conditions: [{ fn: "aws.partition", argv: [{ ref: "Region" }], assign: "p" }],
      endpoint: { url: "https://a.{Region}.{p#dnsSuffix}" },
    },
  ]);

  it("import what the rules use from support files and from the runtime's packages", () => {
    for (const runtime of ["smithy-core", "smithy-client"] as const) {
      expect(fileOf("ruleset", partitions, runtime)).toContain(
        'import { awsPartition } from "../support/partitions.js";',
      );
    }
    expect(endpointFiles(partitions).support).toEqual(["endpoint-at", "endpoint-cache", "partitions"]);
  });

  it("of a service without rules take the endpoint from the configuration", () => {
    const { packages, support } = endpointFiles({});
    expect(packages).toEqual(["@smithy/core", "@smithy/types"]);
    expect(support).toEqual(["endpoint-at", "endpoint-cache"]);
    expect(fileOf("ruleset", {})).toContain(`  const endpoint = params.Endpoint;
  if (endpoint != null) {
    return endpointAt(endpoint);
  }
  throw new EndpointError(
    'There is no endpoint. Set "endpoint" in the client\\'s configuration: the service has no rules for one.',
  );
};
`);
  });

  it("make do without parameters", () => {
    const none = traits({}, [{ type: "endpoint", conditions: [], endpoint: { url: "https://a.example" } }]);
    expect(fileOf("ruleset", none)).toContain("(_params: EndpointParameters): __EndpointV2 => {\n  return endpointAt(");
    expect(fileOf("EndpointParameters", none)).toContain("export const commonParams = {} as const;\n");
    expect(fileOf("endpointResolver", none)).toContain("endpointCache<EndpointParameters, __EndpointV2>([]);\n");
  });
});
