import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type HttpRequest, HttpResponse } from "@smithy/core/protocols";
import { describe, expect, it } from "vitest";
import { generatePackage } from "../../codegen/generate.ts";
import { isObject, type Json, type JsonObject, own } from "../../codegen/smithy/json.ts";
import { loadModel } from "../../codegen/smithy/load.ts";
import { nameOf } from "../../codegen/smithy/shape-id.ts";
import { importPackage, type Namespace } from "../support/build-package.ts";
import { objectAt } from "../support/model-json.ts";
import { sharedFolder, withoutShared } from "../support/shared.ts";
import { type ProtocolCase, protocolCases } from "./cases.ts";
import { inMemory } from "./members.ts";

interface Client {
  send(command: object): Promise<JsonObject>;
}
type Class<T> = new (argument: unknown) => T;

const folder = sharedFolder();
const file = "aws-protocols.flattened.json";
const text = folder === undefined ? "{}" : readFileSync(join(folder, "protocol-tests", file), "utf8");
const shapes = objectAt(JSON.parse(text), "shapes");

const packages = new Map<string, Promise<Namespace>>();

/** The package of a service, with defaults as the specification has them. Made once. */
const packageOf = (service: string): Promise<Namespace> => {
  const known = packages.get(service);
  if (known !== undefined) return known;
  const { model } = loadModel([{ file, text }]);
  const { files } = generatePackage(model, {
    service,
    runtime: "smithy-core",
    defaults: "spec",
    validation: "required",
    docs: "markdown",
  });
  const made = importPackage(new Map(files.map(({ path, text }) => [path, text])));
  packages.set(service, made);
  return made;
};

/** Sends the operation of a case through the whole client, to a handler that keeps the request and gives the answer. */
const send = async (
  { service, operation, kind, test }: ProtocolCase,
  input: unknown,
  answer: HttpResponse,
): Promise<{ request: HttpRequest | undefined; output: JsonObject | undefined; error: unknown }> => {
  const exported = await packageOf(service);
  const base = Object.keys(exported).find((name) => `${name}Client` in exported);
  const make = <T>(name: string, argument: unknown): T => new (exported[name] as Class<T>)(argument);
  let request: HttpRequest | undefined;
  const client = make<Client>(`${base}Client`, {
    region: "us-west-2",
    credentials: { accessKeyId: "key", secretAccessKey: "secret" },
    ...(own(test, "host") === undefined
      ? { endpoint: "https://example.com" }
      : { endpoint: `https://${own(test, "host")}` }),
    maxAttempts: 1,
    // Tests of answers name no input.
    validation: kind === "request" ? "required" : "off",
    requestHandler: {
      handle: async (sent: HttpRequest) => {
        request = sent;
        return { response: answer };
      },
    },
  });
  try {
    const output = await client.send(make<object>(`${nameOf(operation)}Command`, input));
    return { request, output, error: undefined };
  } catch (error) {
    return { request, output: undefined, error };
  }
};

const checkRequest = async (testCase: ProtocolCase): Promise<void> => {
  const { shape, test } = testCase;
  const params = own(test, "params") ?? {};
  const input = shape === undefined ? params : inMemory(shapes, shape, params);
  const { request, error } = await send(testCase, input, new HttpResponse({ statusCode: 200, headers: {} }));
  if (request === undefined) throw error;
  expect(request.method).toBe(own(test, "method"));
  expect(request.path).toBe(own(test, "uri"));
  if (own(test, "resolvedHost") !== undefined) expect(request.hostname).toBe(own(test, "resolvedHost"));
  const headers = new Map(Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]));
  for (const [name, value] of Object.entries(objectAt(test, "headers"))) {
    expect(headers.get(name.toLowerCase()), name).toBe(value);
  }
  for (const name of namesAt(test, "requireHeaders")) expect([...headers.keys()]).toContain(name.toLowerCase());
  for (const name of namesAt(test, "forbidHeaders")) expect([...headers.keys()]).not.toContain(name.toLowerCase());
  const body = own(test, "body");
  if (typeof body !== "string" || own(test, "bodyMediaType") !== "application/json") return;
  expect(JSON.parse(String(request.body))).toEqual(JSON.parse(body));
};

const checkAnswer = async (testCase: ProtocolCase): Promise<void> => {
  const { kind, shape, test } = testCase;
  const headers = Object.entries(objectAt(test, "headers")).map(([name, value]) => [name.toLowerCase(), String(value)]);
  const answer = new HttpResponse({
    statusCode: Number(own(test, "code")),
    headers: Object.fromEntries(headers),
    body: new TextEncoder().encode(String(own(test, "body") ?? "")),
  });
  const { output, error } = await send(testCase, {}, answer);
  const expected = shape === undefined ? {} : inMemory(shapes, shape, own(test, "params") ?? {});
  if (kind === "response") {
    if (output === undefined) throw error;
    const { $metadata: _, ...members } = output;
    expect(comparable(members)).toEqual(comparable(expected));
    return;
  }
  expect(error).toMatchObject({ name: nameOf(shape ?? ""), $metadata: { httpStatusCode: answer.statusCode } });
  expect(error).toBeInstanceOf((await packageOf(testCase.service))[nameOf(shape ?? "")]);
  for (const [name, value] of Object.entries(isObject(expected as Json) ? (expected as JsonObject) : {})) {
    // Official exceptions have one message, whatever the case of the member's name.
    const member = own(error as JsonObject, name === "Message" ? "message" : name);
    expect(comparable(member), name).toEqual(comparable(value));
  }
};

/** A value whose exact integers are the doubles that `params` could hold of them. */
const comparable = (value: unknown): unknown => {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, comparable(entry)]));
};

const namesAt = (test: JsonObject, key: string): readonly string[] => {
  const names = own(test, key);
  return Array.isArray(names) ? names.map(String) : [];
};

describe.skipIf(folder === undefined)(`the official protocol tests${withoutShared}`, () => {
  for (const protocol of ["aws.protocols#awsJson1_0", "aws.protocols#awsJson1_1"]) {
    const cases = protocolCases(shapes, protocol);
    for (const kind of ["request", "response", "error"] as const) {
      describe(`${protocol}, ${kind}`, () => {
        const named = cases.filter((testCase) => testCase.kind === kind);
        it.each(named.map((testCase) => [nameOf(testCase.operation), own(testCase.test, "id"), testCase] as const))(
          "%s: %s",
          (_operation, _id, testCase) => (kind === "request" ? checkRequest(testCase) : checkAnswer(testCase)),
        );
      });
    }
  }

  it.each([
    ["aws.protocols#awsJson1_0", 29, 41],
    ["aws.protocols#awsJson1_1", 57, 62],
  ])("of %s are all there", (protocol, requests, answers) => {
    const ids = (kinds: readonly string[]) =>
      new Set(
        protocolCases(shapes, protocol)
          .filter(({ kind }) => kinds.includes(kind))
          .map(({ test }) => own(test, "id")),
      ).size;
    expect([ids(["request"]), ids(["response", "error"])]).toEqual([requests, answers]);
  });
});
