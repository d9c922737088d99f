import { describe, expect, it } from "vitest";
import {
  customSchemes,
  identityTypes,
  isSigned,
  optionProperties,
  schemesOf,
} from "../../../codegen/typescript/auth-schemes.ts";
import { emissionOfShapes, fileOf, of, structure } from "./emission.ts";

const AWS = { "aws.api#service": { sdkId: "Things", arnNamespace: "x", endpointPrefix: "x" } };
const SIGV4 = { "aws.auth#sigv4": { name: 'thi"ngs' } };
const KEY = { "smithy.api#httpApiKeyAuth": { name: "X-Key", in: "header", scheme: "Key" } };
const BEARER = { "smithy.api#httpBearerAuth": {} };

const serviceWith = (traits: object, operationTraits: object = {}) =>
  emissionOfShapes(
    { Input: structure({}), Take: { type: "operation", input: of("Input"), traits: operationTraits } } as never,
    { traits: { ...traits } },
  );

describe("the schemes of a service", () => {
  it.each([
    ["none", {}, {}, ["smithy.api#noAuth"], false],
    ["SigV4", { ...AWS, ...SIGV4 }, {}, ["aws.auth#sigv4", "smithy.api#noAuth"], true],
    ["SigV4 that no operation uses", { ...AWS, ...SIGV4 }, { "smithy.api#auth": [] }, ["smithy.api#noAuth"], false],
    [
      "a token and a key",
      { ...KEY, ...BEARER },
      {},
      ["smithy.api#httpBearerAuth", "smithy.api#httpApiKeyAuth", "smithy.api#noAuth"],
      false,
    ],
  ])("%s", (_, traits, operationTraits, ids, signed) => {
    const { service } = serviceWith(traits, operationTraits);
    expect(schemesOf(service).map(({ id }) => id)).toEqual(ids);
    expect(isSigned(service)).toBe(signed);
    expect(customSchemes(service)).toEqual([]);
  });

  it("include those of which the user gives the signer", () => {
    const { service } = serviceWith({ "smithy.api#httpBasicAuth": {}, "smithy.api#httpDigestAuth": {} });
    expect(schemesOf(service).map(({ id, signer }) => [id, signer !== undefined])).toEqual([
      ["smithy.api#httpBasicAuth", true],
      ["smithy.api#httpDigestAuth", false],
      ["smithy.api#noAuth", true],
    ]);
    expect(customSchemes(service)).toEqual(["smithy.api#httpDigestAuth"]);
  });
});

describe("an option", () => {
  const linesOf = (traits: object) => {
    const { service } = serviceWith(traits);
    return schemesOf(service).map((scheme) => optionProperties(scheme, service).join("\n"));
  };

  it("of SigV4 says with which name and for which region, whatever is in the name", () => {
    const [signed] = linesOf({ ...AWS, ...SIGV4 });
    expect(signed?.split("\n").slice(0, 5)).toEqual([
      'schemeId: "aws.auth#sigv4",',
      "signingProperties: {",
      "  name: 'thi\"ngs',",
      "  region: authParameters.region,",
      "},",
    ]);
  });

  it("of a key says where it goes", () => {
    const [key, none] = linesOf(KEY);
    expect(key).toBe(
      'schemeId: "smithy.api#httpApiKeyAuth",\nsigningProperties: {\n  name: "X-Key",\n  in: "header",\n  scheme: "Key",\n},',
    );
    expect(none).toBe('schemeId: "smithy.api#noAuth",');
  });

  it("of a key in the query has no scheme", () => {
    expect(linesOf({ "smithy.api#httpApiKeyAuth": { name: "key", in: "query" } })[0]).toContain(
      '  name: "key",\n  in: "query",\n  scheme: undefined,',
    );
  });
});

describe("what a configuration may hold", () => {
  it("is an identity or what provides one", () => {
    const emission = serviceWith({ ...AWS, ...SIGV4, ...KEY, ...BEARER });
    const file = fileOf(emission, "a");
    expect(schemesOf(emission.service).map((scheme) => identityTypes(scheme, file))).toEqual([
      "AwsCredentialIdentity | AwsCredentialIdentityProvider",
      "TokenIdentity | TokenIdentityProvider",
      "ApiKeyIdentity | ApiKeyIdentityProvider",
      "",
    ]);
    expect(file.imports).toMatch(/^import type \{[^}]*\} from "@smithy\/types";$/);
  });
});
