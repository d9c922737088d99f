import { Readable } from "node:stream";
import { type HttpRequest, HttpResponse } from "@smithy/core/protocols";
import { generatePackage } from "../../codegen/generate.ts";
import type { PackageOptions } from "../../codegen/options.ts";
import { loadModel } from "../../codegen/smithy/load.ts";
import { nameOf } from "../../codegen/smithy/shape-id.ts";
import { importPackage, type Namespace } from "../support/build-package.ts";
import type { Outcome } from "./compare/response.ts";
import { modelText } from "./models.ts";
import { scopedConfig } from "./s3.ts";
import type { RequestTest, ResponseTest } from "./tests.ts";

interface Client {
  send(command: object): Promise<object>;
}
type Class<T> = new (argument: object) => T;

/** What one test is run against: the generated package of its service, made once. */
export class ServiceUnderTest {
  readonly #package: Promise<Namespace>;

  constructor(service: string, file: string, runtime: PackageOptions["runtime"]) {
    this.#package = packageOf(service, file, runtime);
  }

  /** A class that the package exports. */
  async exported(name: string): Promise<unknown> {
    return (await this.#package)[name];
  }

  /** Sends one command through a client of its own, to a handler that keeps the request and answers it. */
  async call(call: {
    readonly operation: string;
    readonly input: object;
    readonly test: RequestTest | ResponseTest;
    readonly answer: HttpResponse;
    readonly validation: "required" | "off";
  }): Promise<{ readonly request: HttpRequest | undefined; readonly outcome: Outcome }> {
    const exported = await this.#package;
    const base = Object.keys(exported).find((name) => `${name}Client` in exported);
    let request: HttpRequest | undefined;
    const handle = async (sent: HttpRequest) => {
      request = sent;
      return { response: call.answer };
    };
    const client = new (exported[`${base}Client`] as Class<Client>)({
      ...configOf(call.test),
      validation: call.validation,
      requestHandler: { handle },
    });
    const command = new (exported[`${nameOf(call.operation)}Command`] as Class<object>)(call.input);
    const outcome = await client.send(command).then(
      (output): Outcome => ({ output }),
      (error: unknown): Outcome => ({ error }),
    );
    return { request, outcome };
  }
}

/** The answer that a test of responses has, as request handlers of Node.js give one. */
export const answerOf = ({ code, headers, body, bodyMediaType }: ResponseTest): HttpResponse =>
  new HttpResponse({
    statusCode: code,
    headers: Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value])),
    body: Readable.from([Buffer.from(body ?? "", bodyMediaType === "application/cbor" ? "base64" : "utf8")]),
  });

/** An answer that says nothing, for tests that are about the request. */
export const emptyAnswer = (): HttpResponse =>
  new HttpResponse({ statusCode: 200, headers: {}, body: Readable.from([]) });

const packageOf = async (service: string, file: string, runtime: PackageOptions["runtime"]): Promise<Namespace> => {
  const { model } = loadModel([{ file: `${file}.json`, text: modelText(file) }]);
  const { files } = generatePackage(model, {
    service,
    runtime,
    defaults: "spec",
    validation: "required",
    docs: "markdown",
  });
  return importPackage(new Map(files.map(({ path, text }) => [path, text])));
};

/** Services that choose their endpoint by rules are told where by `vendorParams`, all others by `host`. */
const configOf = (test: RequestTest | ResponseTest): object => ({
  region: "us-west-2",
  credentials: { accessKeyId: "key", secretAccessKey: "secret" },
  maxAttempts: 1,
  ...(test.authScheme === undefined ? {} : { authSchemePreference: [test.authScheme] }),
  ...(scopedConfig(test.vendorParams) ?? {
    endpoint: `https://${("host" in test ? test.host : undefined) ?? "example.com"}`,
  }),
});
