import type { HttpRequest, HttpSigner, Identity, RequestSigner } from "@smithy/types";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Json, JsonObject } from "../../codegen/smithy/json.ts";
import { compilerFaults } from "../golden/compile.ts";
import { formatterFaults } from "../golden/format.ts";
import type { Packages } from "../golden/generate.ts";
import { AuthServer, authPackages, call, type Seen } from "./auth-service.ts";

let server: AuthServer;
beforeAll(async () => {
  server = await AuthServer.start();
});
afterAll(() => server.stop());

const operation = (traits = {}) => ({ input: {}, traits });

const tokens = authPackages("auth-tokens", {
  operations: {
    Any: operation(),
    WithToken: operation({ "smithy.api#auth": ["smithy.api#httpBearerAuth"] }),
    Open: operation({ "smithy.api#auth": [] }),
    Optional: operation({ "smithy.api#optionalAuth": {}, "smithy.api#auth": ["smithy.api#httpBasicAuth"] }),
  },
  traits: {
    "smithy.api#httpBearerAuth": {},
    "smithy.api#httpBasicAuth": {},
    "smithy.api#httpApiKeyAuth": { name: "X-Key", in: "header", scheme: "Key" },
    "smithy.api#auth": ["smithy.api#httpApiKeyAuth", "smithy.api#httpBearerAuth", "smithy.api#httpBasicAuth"],
  },
});

const queryKey = authPackages("auth-query-key", {
  operations: { Any: operation() },
  traits: { "smithy.api#httpApiKeyAuth": { name: "key", in: "query" } },
});

const apiKey = { apiKey: "k1" };
const token = { token: "t1" };
const basicAuth = { username: "Jörg", password: "pass:word" };

describe.each([...tokens])("tokens, keys and passwords (%s)", (_, files) => {
  const sent = async (name: string, config: object) => (await call(files, server, name, config)).headers;

  it("a key goes into its header, behind its scheme", async () => {
    expect(await sent("Any", { apiKey })).toMatchObject({ "x-key": "Key k1" });
  });

  it("a token goes where tokens go", async () => {
    expect(await sent("WithToken", { token })).toMatchObject({ authorization: "Bearer t1" });
  });

  it("a name and a password go together, in UTF-8", async () => {
    const { authorization } = await sent("Any", { basicAuth, authSchemePreference: ["httpBasicAuth"] });
    expect(authorization).toBe(`Basic ${Buffer.from("Jörg:pass:word").toString("base64")}`);
  });

  it("a name with a colon is refused, and so is half an identity", async () => {
    const colon = sent("Optional", { basicAuth: { username: "a:b", password: "" } });
    await expect(colon).rejects.toThrow("A username for basic authentication can't have a colon.");
    const half = sent("Optional", { basicAuth: { username: "a" } });
    await expect(half).rejects.toThrow("Basic authentication needs a username and a password.");
  });

  it("of several, the model's first one is taken that the client has an identity for", async () => {
    expect(await sent("Any", { apiKey, token })).toMatchObject({ "x-key": "Key k1" });
    const headers = await sent("Any", { token, basicAuth });
    expect(headers).toMatchObject({ authorization: "Bearer t1" });
    expect(headers).not.toHaveProperty("x-key");
  });

  it("a preference goes before the model's order", async () => {
    const authSchemePreference = () => Promise.resolve(["sigv4", "httpBearerAuth"]);
    const headers = await sent("Any", { apiKey, token, authSchemePreference });
    expect(headers).toMatchObject({ authorization: "Bearer t1" });
    expect(headers).not.toHaveProperty("x-key");
  });

  it("an open operation shows no identity, an optional one where there is one", async () => {
    for (const headers of [await sent("Open", { apiKey, token, basicAuth }), await sent("Optional", { token })]) {
      expect(headers).not.toHaveProperty("authorization");
      expect(headers).not.toHaveProperty("x-key");
    }
    expect(await sent("Optional", { basicAuth })).toHaveProperty("authorization");
  });

  it("without an identity the call fails, and says which schemes there are", async () => {
    await expect(sent("WithToken", { apiKey })).rejects.toThrow(/httpBearerAuth.*IdentityProvider/);
  });

  it("a provider is asked for an identity again when it is about to expire", async () => {
    const lasting = vi.fn(async () => ({ token: "t2", expiration: new Date(Date.now() + 3_600_000) }));
    expect(await sent("WithToken", { token: lasting })).toMatchObject({ authorization: "Bearer t2" });
    expect(lasting).toHaveBeenCalledTimes(1);
  });
});

describe.each([...queryKey])("a key in the query (%s)", (_, files) => {
  it("is a parameter, and encoded", async () => {
    expect((await call(files, server, "Any", { apiKey: { apiKey: "a&b c" } })).url).toBe("/?key=a%26b%20c");
  });
});

const custom = authPackages(
  "auth-custom",
  {
    operations: { Any: operation(), WithToken: operation({ "smithy.api#auth": ["smithy.api#httpBearerAuth"] }) },
    traits: {
      "smithy.api#httpBearerAuth": {},
      "smithy.api#httpDigestAuth": {},
      "test#stamp": { header: "X-Stamp", __proto__: null },
      "smithy.api#auth": ["test#stamp", "smithy.api#httpDigestAuth", "smithy.api#httpBearerAuth"],
    },
  },
  {
    "test#stamp": {
      type: "structure",
      members: { header: { target: "smithy.api#String" } },
      traits: { "smithy.api#trait": { selector: "service" }, "smithy.api#authDefinition": {} },
    },
  },
);

/** Puts who calls into the header that the model's trait names. */
class StampSigner implements HttpSigner {
  async sign(request: HttpRequest, identity: Identity & { name?: string }, { header }: Record<string, unknown>) {
    return Object.assign(request, { headers: { ...request.headers, [String(header)]: identity.name ?? "" } });
  }
}
const stamp = { identityProvider: () => async () => ({ name: "clerk" }), signer: new StampSigner() };

describe.each([...custom])("a scheme of the model's own (%s)", (_, files) => {
  it("is called with the signer of its slot, which is told what the trait says", async () => {
    const { headers } = await call(files, server, "Any", { httpAuthSchemes: { "test#stamp": stamp }, token });
    expect(headers).toMatchObject({ "x-stamp": "clerk" });
    expect(headers).not.toHaveProperty("authorization");
  });

  it("leaves the other schemes where they are", async () => {
    const config = { httpAuthSchemes: { "test#stamp": stamp }, token };
    expect((await call(files, server, "WithToken", config)).headers).toMatchObject({ authorization: "Bearer t1" });
  });

  it("without a signer is passed over; where no other is left, the call says so", async () => {
    expect((await call(files, server, "Any", { token })).headers).toMatchObject({ authorization: "Bearer t1" });
    await expect(call(files, server, "Any")).rejects.toThrow(/test#stamp.*not enabled/);
  });

  it("can be given in a list in place of all, or by an extension", async () => {
    const scheme = { schemeId: "test#stamp", ...stamp };
    const extension = { configure: (to: { setHttpAuthScheme(given: object): void }) => to.setHttpAuthScheme(scheme) };
    for (const config of [{ httpAuthSchemes: [scheme] }, { extensions: [extension], token }]) {
      expect((await call(files, server, "Any", config)).headers).toMatchObject({ "x-stamp": "clerk" });
    }
  });
});

const endpointRules = (...rules: readonly JsonObject[]): JsonObject => ({
  version: "1.0",
  parameters: {
    Region: { type: "string", builtIn: "AWS::Region" },
    Endpoint: { type: "string", builtIn: "SDK::Endpoint", required: true },
    Plain: { type: "boolean", default: false, required: true },
  },
  rules,
});
const endpointWith = (authSchemes: Json, conditions: Json = []): JsonObject => ({
  type: "endpoint",
  conditions,
  endpoint: { url: { ref: "Endpoint" }, properties: { authSchemes } },
});
const isPlain = { fn: "booleanEquals", argv: [{ ref: "Plain" }, true] };

/** Signed, but not AWS's: such as a service behind a gateway. */
const gateway = authPackages("auth-gateway", {
  operations: { Any: operation(), Open: operation({ "smithy.api#auth": [] }) },
  traits: { "aws.auth#sigv4": { name: "execute-api" } },
});

const byEndpoint = authPackages("auth-by-endpoint", {
  sdkId: "Signed Things",
  operations: {
    Any: operation(),
    Plain: operation({ "smithy.rules#staticContextParams": { Plain: { value: true } } }),
    Open: operation({ "smithy.api#auth": [] }),
  },
  traits: {
    "smithy.rules#endpointRuleSet": endpointRules(
      endpointWith([{ name: "sigv4", signingName: "plain", disableDoubleEncoding: true }], [isPlain]),
      endpointWith([{ name: "sigv4", signingName: "other", signingRegion: "{Region}-x" }]),
    ),
  },
});

const multiRegion = authPackages("auth-multi-region", {
  sdkId: "Global Things",
  operations: {
    Any: operation(),
    Only: operation({ "smithy.rules#staticContextParams": { Plain: { value: true } } }),
    Open: operation({ "smithy.api#auth": [] }),
  },
  traits: {
    "smithy.rules#endpointRuleSet": endpointRules(
      endpointWith([{ name: "sigv4a", signingName: "everywhere", signingRegionSet: ["*"] }], [isPlain]),
      endpointWith([
        { name: "sigv4a", signingName: "everywhere", signingRegionSet: ["*"] },
        { name: "sigv4", signingName: "here", signingRegion: "{Region}" },
      ]),
    ),
  },
});

const credentials = { accessKeyId: "AKID", secretAccessKey: "secret" };
const scopeOf = ({ headers }: Seen): string | undefined =>
  /^\S+ Credential=AKID\/\d{8}\/[^,]+/.exec(headers.authorization ?? "")?.[0].replace(/\d{8}/, "DATE");

describe.each([...gateway])("AWS signatures of a service that isn't AWS's (%s)", (_, files) => {
  it("name the region of the configuration and the trait's service", async () => {
    const seen = await call(files, server, "Any", { credentials });
    expect(scopeOf(seen)).toBe("AWS4-HMAC-SHA256 Credential=AKID/DATE/eu-west-1/execute-api/aws4_request");
    expect((await call(files, server, "Open", { credentials })).headers).not.toHaveProperty("authorization");
  });
});

describe.each([...byEndpoint])("what the endpoint says of signatures (%s)", (_, files) => {
  it("is the name, the region and how paths are encoded", async () => {
    const made: boolean[] = [];
    class Signer implements RequestSigner {
      constructor({ uriEscapePath }: { uriEscapePath?: boolean }) {
        made.push(uriEscapePath ?? true);
      }
      sign = async (request: HttpRequest) => request;
    }
    expect(scopeOf(await call(files, server, "Any", { credentials }))).toMatch(/\/eu-west-1-x\/other\//);
    expect(scopeOf(await call(files, server, "Plain", { credentials }))).toMatch(/\/eu-west-1\/plain\//);
    for (const name of ["Any", "Plain"]) await call(files, server, name, { credentials, signerConstructor: Signer });
    expect(made).toEqual([true, false]);
  });
});

describe.each([...multiRegion])("signatures for several regions (%s)", (_, files) => {
  it("are those for one where that will do and the other kind isn't loaded", async () => {
    expect(scopeOf(await call(files, server, "Any", { credentials }))).toMatch(/^AWS4-HMAC.*\/eu-west-1\/here\//);
    await expect(call(files, server, "Only", { credentials })).rejects.toThrow(/signature-v4a/);
    expect((await call(files, server, "Open", { credentials })).headers).not.toHaveProperty("authorization");
  });
});

describe("with @aws-sdk/signature-v4a", () => {
  beforeAll(() => import("@aws-sdk/signature-v4a"));

  it.each([...multiRegion])("signatures for several regions name them (%s)", async (_, files) => {
    for (const name of ["Any", "Only"]) {
      const seen = await call(files, server, name, { credentials });
      expect(scopeOf(seen)).toBe("AWS4-ECDSA-P256-SHA256 Credential=AKID/DATE/everywhere/aws4_request");
      expect(seen.headers).toMatchObject({ "x-amz-region-set": "*" });
    }
    const preferred = await call(files, server, "Any", { credentials, authSchemePreference: ["sigv4"] });
    expect(scopeOf(preferred)).toMatch(/^AWS4-HMAC.*\/eu-west-1\/here\//);
    expect((await call(files, server, "Open", { credentials })).headers).not.toHaveProperty("authorization");
  });
});

/** A user's program, in the folder of the package's sources. */
const USE = `import { ServiceClient } from "./index.js";

const scheme = { identityProvider: () => async () => ({}), signer: { sign: async (request: never) => request } };
export const given = new ServiceClient({ endpoint: "", httpAuthSchemes: { "test#stamp": scheme } });
export const listed = new ServiceClient({ endpoint: "", httpAuthSchemes: [{ schemeId: "test#stamp", ...scheme }] });
// @ts-expect-error The model has no such scheme.
export const other = new ServiceClient({ endpoint: "", httpAuthSchemes: { "test#stmap": scheme } });
`;

const all: Packages = new Map([tokens, queryKey, custom, gateway, byEndpoint, multiRegion].flatMap((of) => [...of]));

describe("packages of all kinds of authentication", () => {
  it("have a typed slot for a scheme of the model's own", async () => {
    const used = [...custom].map(([name, files]) => [name, new Map([...files, ["src/use.ts", USE]])] as const);
    expect(await compilerFaults(new Map(used), "5.9")).toBe("");
  }, 60_000);

  it("compile, and are laid out as a formatter would", async () => {
    expect(await compilerFaults(all, "7")).toBe("");
    expect(await formatterFaults(all)).toBe("");
  }, 60_000);
});
