import { type HttpRequest, HttpResponse } from "@smithy/core/protocols";
import { generatePackage } from "../../../codegen/generate.ts";
import type { PackageOptions } from "../../../codegen/options.ts";
import type { File } from "../../../codegen/output/file.ts";
import type { Json, JsonObject } from "../../../codegen/smithy/json.ts";
import { loadModel } from "../../../codegen/smithy/load.ts";
import { importPackage } from "../../support/build-package.ts";

/** A member's target and its traits. */
export type Member = string | readonly [target: string, traits: JsonObject];

/** A service with one operation, whose input and output have the same members. */
export interface Echo {
  readonly members: Readonly<Record<string, Member>>;
  /** Beside those of the operation, in namespace `ns`: `ns#Name` to its definition. */
  readonly shapes?: JsonObject;
  readonly operation?: JsonObject;
  readonly service?: JsonObject;
  readonly errors?: readonly string[];
  readonly options?: Partial<PackageOptions>;
  /** Whether the operation answers nothing. */
  readonly silent?: true;
}

const memberShapes = (members: Echo["members"]): JsonObject =>
  Object.fromEntries(
    Object.entries(members).map(([name, member]) => {
      const [target, traits] = typeof member === "string" ? [member, {}] : member;
      return [name, { target: target.includes("#") ? target : `smithy.api#${target}`, traits }];
    }),
  );

/** A structure of such members. */
export const structure = (members: Echo["members"], traits: JsonObject = {}): JsonObject => ({
  type: "structure",
  members: memberShapes(members),
  traits,
});

/** The files of the service's package. */
export const filesOf = (echo: Echo): readonly File[] => {
  const { members, shapes = {}, errors = [], operation = {}, service = {} } = echo;
  const model: JsonObject = {
    smithy: "2.0",
    shapes: {
      "ns#Echoes": {
        type: "service",
        version: "1",
        operations: [{ target: "ns#Echo" }],
        traits: { "aws.protocols#awsJson1_1": {}, ...service },
      },
      "ns#Echo": {
        type: "operation",
        input: { target: "ns#EchoInput" },
        output: { target: echo.silent ? "smithy.api#Unit" : "ns#EchoOutput" },
        errors: errors.map((target): Json => ({ target })),
        traits: operation,
      },
      "ns#EchoInput": structure(members),
      "ns#EchoOutput": structure(members),
      ...shapes,
    },
  };
  const sources = [{ file: "echo.json", text: JSON.stringify(model) }];
  return generatePackage(loadModel(sources).model, {
    runtime: "smithy-core",
    validation: "required",
    docs: "markdown",
    ...echo.options,
  }).files;
};

/** The text of one of the package's files. */
export const textOf = (echo: Echo, path: string): string => {
  const file = filesOf(echo).find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`There is no ${path}.`);
  return file.text;
};

interface Client {
  send(command: object): Promise<Record<string, unknown>>;
}
type Class<T> = new (argument: unknown) => T;

/** The service's client, and what it does without a network. */
export class EchoClient {
  readonly #exports: Readonly<Record<string, unknown>>;
  readonly #config: object;

  private constructor(exports: Readonly<Record<string, unknown>>, config: object) {
    this.#exports = exports;
    this.#config = config;
  }

  static async of(echo: Echo, config: object = {}): Promise<EchoClient> {
    const files = filesOf(echo).map(({ path, text }) => [path, text] as const);
    return new EchoClient(await importPackage(new Map(files)), config);
  }

  exported(name: string): unknown {
    return this.#exports[name];
  }

  /** The request that an input becomes. */
  async request(input: unknown): Promise<HttpRequest> {
    let request: HttpRequest | undefined;
    await this.#send(input, (sent) => {
      request = sent;
      return new HttpResponse({ statusCode: 200, headers: {} });
    });
    if (request === undefined) throw new Error("Nothing was sent.");
    return request;
  }

  /** The body that an input becomes. */
  async sent(input: unknown): Promise<string> {
    return String((await this.request(input)).body);
  }

  /** The output that a body becomes, without its `$metadata`. */
  async received(body: string, statusCode = 200): Promise<Record<string, unknown>> {
    return this.answered(new HttpResponse({ statusCode, headers: {}, body: new TextEncoder().encode(body) }));
  }

  /** The output that a response becomes, without its `$metadata`. */
  async answered(response: HttpResponse, input: unknown = {}): Promise<Record<string, unknown>> {
    const { $metadata: _, ...output } = await this.#send(input, () => response);
    return output;
  }

  #send(input: unknown, handle: (request: HttpRequest) => HttpResponse): Promise<Record<string, unknown>> {
    const make = <T>(name: string, argument: unknown): T => new (this.#exports[name] as Class<T>)(argument);
    const client = make<Client>("EchoesClient", {
      endpoint: "https://example.com",
      maxAttempts: 1,
      requestHandler: { handle: async (request: HttpRequest) => ({ response: handle(request) }) },
      ...this.#config,
    });
    return client.send(make<object>("EchoCommand", input));
  }
}
