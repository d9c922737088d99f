import { beforeAll, describe, expect, it } from "vitest";
import { compilerFaults } from "../../golden/compile.ts";
import { formatterFaults } from "../../golden/format.ts";
import { bothPackagesOf, only, packageOf, TestPackage, type TestService } from "./service.ts";

const operation = { input: { PredictEndpoint: "smithy.api#String", MLModelId: "smithy.api#String" } };
const service: TestService = { sdkId: "Machine Learning", operations: { Predict: operation, Describe: operation } };

describe("Predict of Machine Learning", () => {
  let made: TestPackage;
  beforeAll(async () => {
    made = await TestPackage.of(packageOf(service));
  });
  const place = async (command: string, input: object, config: object = {}) => {
    const { requests } = await made.send(command, input, config);
    const { protocol, hostname, port, path, query, headers } = only(requests);
    const { host } = headers;
    return { protocol, hostname, port, path, query, host };
  };

  it("goes to the endpoint in its input, with that host in its header", async () => {
    expect(await place("Predict", { PredictEndpoint: "http://realtime.example:8080/a/b?c=d" })).toEqual({
      protocol: "http:",
      hostname: "realtime.example",
      port: 8080,
      path: "/a/b",
      query: { c: "d" },
      host: "realtime.example:8080",
    });
  });

  it("keeps nothing of the place that the client would have sent it to", async () => {
    const config = { endpoint: "http://localhost:4566/local?query=1" };
    expect(await place("Predict", { PredictEndpoint: "https://realtime.example" }, config)).toEqual({
      protocol: "https:",
      hostname: "realtime.example",
      port: undefined,
      path: "/",
      query: {},
      host: "realtime.example",
    });
  });

  it.each([{}, { PredictEndpoint: "" }])("goes to the service's endpoint with %j", async (input) => {
    expect(await place("Predict", input)).toMatchObject({ hostname: "service.example", host: "service.example" });
  });

  it("refuses an endpoint that is no URL before anything is sent", async () => {
    await expect(made.send("Predict", { PredictEndpoint: "nowhere" })).rejects.toThrow(TypeError);
  });

  it("still sends the endpoint, which the service compares", async () => {
    const { requests } = await made.send("Predict", { PredictEndpoint: "https://realtime.example" });
    expect(JSON.parse(only(requests).body)).toEqual({ PredictEndpoint: "https://realtime.example" });
  });

  it("is that service's and that operation's alone", async () => {
    expect(made.stack("Predict")).toContain("predictEndpointMiddleware - build");
    expect(await place("Describe", { PredictEndpoint: "https://realtime.example" })).toMatchObject({
      hostname: "service.example",
    });
    const other = packageOf({ ...service, sdkId: "Other" });
    expect([...other.keys()].filter((path) => path.includes("predict-endpoint"))).toEqual([]);
  });

  it("is what formatters and compilers like, in both runtimes", async () => {
    const packages = bothPackagesOf("machine-learning", service);
    expect(await formatterFaults(packages)).toBe("");
    expect(await compilerFaults(packages, "7")).toBe("");
  });
});
