import type { HttpRequest } from "@smithy/core/protocols";
import type { PackageOptions } from "../../../codegen/options.ts";
import type { Json, JsonObject } from "../../../codegen/smithy/json.ts";
import { Recorder, type Reply } from "../../client/recorder.ts";
import { generate, modelOf, type Packages } from "../../golden/generate.ts";
import { importPackage } from "../../support/build-package.ts";
import type { PackageFiles } from "../../support/package-source.ts";

/** A service of awsJson1.1 and its operations; each takes and gives a structure. */
export interface TestService {
  /** Absent for a service that isn't AWS's. */
  readonly sdkId?: string;
  readonly operations: Readonly<Record<string, TestOperation>>;
  /** Traits of the service. */
  readonly traits?: JsonObject;
}

export interface TestOperation {
  /** Members of the input, to what each targets. */
  readonly input: Readonly<Record<string, string>>;
  readonly output?: Readonly<Record<string, string>>;
  readonly traits?: JsonObject;
}

const RULES: JsonObject = {
  version: "1.0",
  parameters: { Endpoint: { type: "string", builtIn: "SDK::Endpoint" } },
  rules: [
    {
      conditions: [{ fn: "isSet", argv: [{ ref: "Endpoint" }] }],
      endpoint: { url: { ref: "Endpoint" } },
      type: "endpoint",
    },
    { conditions: [], endpoint: { url: "https://service.example" }, type: "endpoint" },
  ],
};

/** The model of such a service. Its endpoint is `https://service.example`, unless it is configured or ruled otherwise. */
export const modelText = ({ sdkId, operations, traits = {} }: TestService): string => {
  const names = Object.keys(operations);
  const aws = sdkId === undefined ? {} : { "aws.api#service": { sdkId }, "aws.auth#sigv4": { name: "test" } };
  const structure = (members: Readonly<Record<string, string>>): Json => ({
    type: "structure",
    members: Object.fromEntries(Object.entries(members).map(([name, target]) => [name, { target }])),
  });
  const shapes: JsonObject = {
    "test#Service": {
      type: "service",
      version: "1",
      operations: names.map((name) => ({ target: `test#${name}` })),
      traits: { "aws.protocols#awsJson1_1": {}, "smithy.rules#endpointRuleSet": RULES, ...aws, ...traits },
    },
    "test#Stream": { type: "blob", traits: { "smithy.api#streaming": {}, "smithy.api#requiresLength": {} } },
    ...Object.fromEntries(
      Object.entries(operations).flatMap(([name, { input, output = {}, traits: own = {} }]) => [
        [
          `test#${name}`,
          {
            type: "operation",
            input: { target: `test#${name}Input` },
            output: { target: `test#${name}Output` },
            traits: own,
          },
        ],
        [`test#${name}Input`, structure(input)],
        [`test#${name}Output`, structure(output)],
      ]),
    ),
  };
  return JSON.stringify({ smithy: "2.0", shapes });
};

/** The files of its package. */
export const packageOf = (service: TestService, options: Partial<PackageOptions> = {}): PackageFiles =>
  generate(modelOf([{ file: "model.json", text: modelText(service) }]), options);

/** The same in both runtimes, by name. */
export const bothPackagesOf = (name: string, service: TestService): Packages =>
  new Map(
    (["smithy-core", "smithy-client"] as const).map((runtime) => [
      `${name}-${runtime}`,
      packageOf(service, { runtime }),
    ]),
  );

interface Client {
  readonly config: object;
  readonly middlewareStack: { identify(): string[] };
  send(command: object): Promise<object>;
}

/** A package of which commands are sent to a handler that answers by itself. */
export class TestPackage {
  readonly #exported: Readonly<Record<string, unknown>>;

  /** @param exported what a package exports, ours or an official one */
  constructor(exported: Readonly<Record<string, unknown>>) {
    this.#exported = exported;
  }

  static async of(files: PackageFiles): Promise<TestPackage> {
    return new TestPackage(await importPackage(files));
  }

  /** The resolved configuration of a client. */
  config<T>(config: object): T {
    return this.#client(config).config as T;
  }

  /** The stack that a command's call goes through, as `identify()` shows it. */
  stack(command: string, config: object = {}): readonly string[] {
    const client = this.#client(config);
    const made = this.#make<Client & { resolveMiddleware(stack: object, config: object, options: object): void }>(
      `${command}Command`,
      {},
    );
    made.resolveMiddleware(client.middlewareStack, client.config, {});
    const stack = client.middlewareStack as unknown as { concat(other: object): { identify(): string[] } };
    return stack.concat(made.middlewareStack).identify();
  }

  /** Sends a command: the output, and the requests that it took. */
  async send(
    command: string,
    input: object,
    config: object = {},
    ...replies: readonly Reply[]
  ): Promise<{ readonly output: object; readonly requests: readonly HttpRequest[] }> {
    const requestHandler = new Recorder(...replies);
    const client = this.#client({ ...config, requestHandler });
    const output = await client.send(this.#make<object>(`${command}Command`, input));
    return { output, requests: requestHandler.requests };
  }

  #client(config: object): Client {
    const name = Object.keys(this.#exported).find((key) => /^(?!__).+Client$/.test(key)) ?? "";
    const credentials = { accessKeyId: "key", secretAccessKey: "secret" };
    return this.#make<Client>(name, { region: "eu-west-1", credentials, maxAttempts: 1, ...config });
  }

  #make<T>(name: string, argument: object): T {
    return new (this.#exported[name] as new (argument: object) => T)(argument);
  }
}

/** The first request of a call. */
export const only = (requests: readonly HttpRequest[]): HttpRequest => {
  const [request] = requests;
  if (request === undefined || requests.length !== 1) throw new Error(`There are ${requests.length} requests.`);
  return request;
};
