import type { Endpoint, SerdeContext } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { hostLabel, hostPrefixed } from "../../../codegen/typescript/support/host-prefix.ts";
import { buildRpcRequest, rpcHeaders } from "../../../codegen/typescript/support/json-rpc.ts";

const context = (endpoint: Partial<Endpoint>, disableHostPrefix = false) =>
  ({
    disableHostPrefix,
    endpoint: async () => ({ protocol: "https:", hostname: "idp.example.com", path: "/", ...endpoint }),
  }) as SerdeContext;

const headers = rpcHeaders("application/x-amz-json-1.1", "Service.Ping");

describe("the request of an operation", () => {
  it("is a POST to the endpoint", async () => {
    expect(await buildRpcRequest(context({ port: 8443 }), headers, "{}")).toMatchObject({
      method: "POST",
      protocol: "https:",
      hostname: "idp.example.com",
      port: 8443,
      path: "/",
      query: {},
      headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "Service.Ping" },
      body: "{}",
    });
  });

  it("keeps the endpoint's path, with a slash at its end, its query and its headers", async () => {
    const query = { a: ["1", "2"] };
    const request = await buildRpcRequest(
      context({ path: "/base/x", query, headers: { "x-a": "1", "x-amz-target": "other" } }),
      headers,
      "{}",
    );
    expect(request).toMatchObject({ path: "/base/x/", query, headers: { ...headers, "x-a": "1" } });
    expect((await buildRpcRequest(context({ path: "/base/" }), headers, "{}")).path).toBe("/base/");
  });

  it("puts the host prefix before the host, unless that is turned off", async () => {
    const hostOf = async (given: SerdeContext, prefix: string | undefined) =>
      (await buildRpcRequest(given, headers, "{}", hostPrefixed(given, prefix))).hostname;
    expect(await hostOf(context({}), "data-")).toBe("data-idp.example.com");
    expect(await hostOf(context({}, true), "data-")).toBe("idp.example.com");
    expect(await hostOf(context({}), undefined)).toBe("idp.example.com");
  });

  it("lets no input leave the service's host", async () => {
    for (const prefix of ["evil.com/", "evil.com#", "a@", "a:80", " ", "a\r\nx: y", "-"]) {
      const request = async () => buildRpcRequest(context({}), headers, "{}", hostPrefixed(context({}), prefix));
      await expect(request()).rejects.toThrow(/not a valid host name/);
    }
    for (const label of ["", "a.b", "a/b", "a@b", "-a", "a-", "a".repeat(64), 5, undefined, null, "ä"]) {
      expect(() => hostLabel(label, "AccountId")).toThrow(/AccountId/);
    }
    expect(hostLabel("a-1", "AccountId")).toBe("a-1");
  });
});
