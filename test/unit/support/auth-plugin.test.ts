import {
  getHttpAuthSchemeEndpointRuleSetPlugin as publishedAuth,
  getHttpSigningPlugin as publishedSigning,
} from "@smithy/core";
import { constructStack } from "@smithy/core/client";
import { HttpRequest } from "@smithy/core/protocols";
import type { MetadataBearer, MiddlewareStack } from "@smithy/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
} from "../../../codegen/typescript/support/auth-plugin.ts";

const ids = ["aws.auth#sigv4", "smithy.api#httpBearerAuth", "smithy.api#noAuth"] as const;
const schemeId = fc.constantFrom(...ids);

interface Case {
  readonly options: readonly { readonly schemeId: string; readonly extracts: boolean }[];
  readonly schemes: readonly (typeof ids)[number][];
  readonly identities: readonly (typeof ids)[number][];
  readonly preference: readonly string[] | undefined;
  readonly heeds: boolean;
  readonly fails: boolean;
  readonly request: boolean;
}

const cases: fc.Arbitrary<Case> = fc.record({
  options: fc.uniqueArray(fc.record({ schemeId, extracts: fc.boolean() }), { selector: (option) => option.schemeId }),
  schemes: fc.array(schemeId, { maxLength: 4 }),
  identities: fc.uniqueArray(schemeId),
  preference: fc.option(fc.uniqueArray(fc.constantFrom("noAuth", "sigv4", "other")), { nil: undefined }),
  heeds: fc.boolean(),
  fails: fc.boolean(),
  request: fc.boolean(),
});

/** All that can be seen of a call: what signers and providers were told, its result, and its context. */
const call = async (auth: typeof publishedAuth, signing: typeof publishedSigning, of: Case): Promise<unknown> => {
  const told: unknown[] = [];
  const note =
    <Result>(what: string, result: (...args: never[]) => Result) =>
    (...args: never[]): Result => {
      told.push([what, ...args.map((arg) => (HttpRequest.isInstance(arg as object) ? "request" : arg))]);
      return result(...args);
    };
  const signer = (name: string) => ({
    sign: note("sign", async (request: HttpRequest) => Object.assign(HttpRequest.clone(request), { body: name })),
    ...(of.heeds && {
      errorHandler: note("errorHandler", () => (error: Error) => {
        throw new Error(`heard of ${error.message}`);
      }),
      successHandler: note("successHandler", () => undefined),
    }),
  });
  const config = {
    httpAuthSchemeProvider: () =>
      of.options.map(({ extracts, ...option }) => ({
        ...option,
        signingProperties: { own: 1 },
        ...(extracts && {
          propertiesExtractor: () => ({ signingProperties: { more: 2 }, identityProperties: { of: 3 } }),
        }),
      })),
    httpAuthSchemes: of.schemes.map((each, index) => ({
      schemeId: each,
      identityProvider: (providers: { getIdentityProvider: (id: string) => unknown }) =>
        providers.getIdentityProvider(each),
      signer: signer(`${each} ${index}`),
    })),
    ...(of.preference && { authSchemePreference: async () => of.preference }),
  };
  const providers = {
    httpAuthSchemeParametersProvider: note("parameters", async () => ({ operation: "Do" })),
    identityProviderConfigProvider: () => ({
      getIdentityProvider: (id: string) =>
        of.identities.some((each) => each === id) ? note("identity", async () => ({ id })) : undefined,
    }),
  };
  const stack: MiddlewareStack<object, MetadataBearer> = constructStack();
  for (const name of ["endpointV2Middleware", "retryMiddleware"]) {
    const step = name === "retryMiddleware" ? "finalizeRequest" : "serialize";
    stack.add(((next: unknown) => next) as never, { name, step } as never);
  }
  stack.use(auth(config as never, providers as never));
  stack.use(signing(config as never));
  const request = of.request ? new HttpRequest({ hostname: "example.com" }) : { other: true };
  stack.add((next) => (args: object) => next({ ...args, request } as never), { step: "build" } as never);
  const context = { __smithy_context: {} };
  const result = await stack
    .resolve(async (args) => {
      if (of.fails) throw new Error("the call's");
      return { response: { body: (args.request as HttpRequest).body }, output: { $metadata: {} } };
    }, context as never)({ input: {} })
    .catch((error: unknown) => String(error));
  const selected = JSON.stringify(context.__smithy_context);
  return { told: JSON.stringify(told), result, selected, names: stack.identify() };
};

describe("authentication", () => {
  it("chooses, signs and reports as the published middleware does", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (of) => {
        const ours = call(getHttpAuthSchemeEndpointRuleSetPlugin as never, getHttpSigningPlugin as never, of);
        expect(await ours).toEqual(await call(publishedAuth, publishedSigning, of));
      }),
      { numRuns: 300 },
    );
  });
});
