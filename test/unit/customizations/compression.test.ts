import { gunzipSync } from "node:zlib";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { bodyText } from "../../client/recorder.ts";
import { compilerFaults } from "../../golden/compile.ts";
import { formatterFaults } from "../../golden/format.ts";
import { bothPackagesOf, only, packageOf, type TestOperation, TestPackage, type TestService } from "./service.ts";

const compressed = (...encodings: readonly string[]): TestOperation => ({
  input: { Text: "smithy.api#String" },
  traits: { "smithy.api#requestCompression": { encodings } },
});

const service: TestService = {
  sdkId: "Small",
  operations: {
    Put: compressed("gzip"),
    PutUnknown: compressed("unheard-of"),
    PutEither: compressed("unheard-of", "gzip"),
    Plain: { input: { Text: "smithy.api#String" } },
  },
};
const { sdkId: _, ...notAws } = service;

const long = { Text: "x".repeat(10_240) };
const short = { Text: "x".repeat(10_240 - '{"Text":""}'.length - 1) };

afterEach(() => vi.unstubAllEnvs());

describe.each([
  ["an AWS service", service],
  ["a service that isn't AWS's", notAws],
])("request compression of %s", (_kind, model) => {
  let made: TestPackage;
  beforeAll(async () => {
    made = await TestPackage.of(packageOf(model));
  });
  const sent = async (command: string, input: object, config: object = {}) =>
    only((await made.send(command, input, config)).requests);

  it("sends a body of 10,240 bytes and more as gzip, with the length that it has then", async () => {
    const { headers, body } = await sent("Put", long);
    expect(headers["content-encoding"]).toBe("gzip");
    expect(headers["content-length"]).toBe(String(body.byteLength));
    expect(body.byteLength).toBeLessThan(200);
    expect(JSON.parse(gunzipSync(body).toString())).toEqual(long);
  });

  it("sends a smaller body as it is", async () => {
    const request = await sent("Put", short);
    expect(request.headers).not.toHaveProperty("content-encoding");
    expect(JSON.parse(bodyText(request))).toEqual(short);
  });

  it("takes the first encoding that it knows", async () => {
    expect((await sent("PutEither", long)).headers["content-encoding"]).toBe("gzip");
    expect((await sent("PutUnknown", long)).headers).not.toHaveProperty("content-encoding");
    expect((await sent("Plain", long)).headers).not.toHaveProperty("content-encoding");
  });

  it("follows the configuration, given as values or as providers", async () => {
    const encoding = async (input: object, config: object) =>
      (await sent("Put", input, config)).headers["content-encoding"];
    expect(await encoding(short, { requestMinCompressionSizeBytes: 100 })).toBe("gzip");
    expect(await encoding(short, { requestMinCompressionSizeBytes: async () => 0 })).toBe("gzip");
    expect(await encoding(long, { disableRequestCompression: true })).toBeUndefined();
    expect(await encoding(long, { disableRequestCompression: async () => true })).toBeUndefined();
    await expect(encoding(long, { requestMinCompressionSizeBytes: -1 })).rejects.toThrow(RangeError);
  });

  it("follows the environment", async () => {
    vi.stubEnv("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "1");
    expect((await sent("Put", short)).headers["content-encoding"]).toBe("gzip");
    vi.stubEnv("AWS_DISABLE_REQUEST_COMPRESSION", "true");
    expect((await sent("Put", short)).headers).not.toHaveProperty("content-encoding");
  });

  it("is nothing that another operation's stack or package has", () => {
    expect(made.stack("Put").filter((name) => name.includes("compression"))).toHaveLength(1);
    expect(made.stack("Plain").filter((name) => name.includes("compression"))).toEqual([]);
    expect([...packageOf(model, { operations: ["Plain"] }).values()].join()).not.toMatch(/compression/i);
    expect(packageOf(model, { operations: ["Put"] }).get("package.json")).toContain('"@smithy/middleware-compression"');
  });
});

describe("the code for request compression", () => {
  const encodings = Array.from({ length: 12 }, (_item, index) => `encoding-${index}`);
  const text: TestService = {
    ...service,
    operations: {
      ...service.operations,
      Many: compressed(...encodings),
      Quoted: compressed('"}); alert(1); //'),
      Upload: { ...compressed("gzip"), input: { Body: "test#Stream" } },
      UploadMany: { ...compressed(...encodings.slice(0, 5)), input: { Body: "test#Stream" } },
    },
  };
  const plugin = (operation: string): string => {
    const file = packageOf(text).get(`src/commands/${operation}Command.ts`) ?? "";
    return /^ *getCompressionPlugin[\s\S]*?\}\),?$/m.exec(file)?.[0] ?? "";
  };

  it("is one line where that fits", () => {
    expect(plugin("Quoted")).toBe(`    getCompressionPlugin(config, { encodings: ['"}); alert(1); //'] }),`);
    expect(plugin("Upload")).toBe(
      `    getCompressionPlugin(config, { encodings: ["gzip"], streamRequiresLength: true }),`,
    );
  });

  it("is what formatters and compilers like, in both runtimes", async () => {
    const packages = new Map([...bothPackagesOf("aws", text), ...bothPackagesOf("own", notAws)]);
    expect(await formatterFaults(packages)).toBe("");
    expect(await compilerFaults(packages, "7")).toBe("");
  });
});
