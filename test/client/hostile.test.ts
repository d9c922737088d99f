import { beforeAll, describe, expect, it } from "vitest";
import { generate, modelAt } from "../golden/generate.ts";
import { importPackage, type Namespace } from "../support/build-package.ts";
import { bodyText, Recorder } from "./recorder.ts";

interface HostileClient {
  send(command: unknown): Promise<Record<string, unknown>>;
  destroy(): void;
}
type Method = (input: object) => Promise<Record<string, unknown>>;

/** Every text of the model that became code would have set it. */
const isHostile = (): boolean => "hostile" in globalThis;

describe.each(["smithy-core", "smithy-client"] as const)("a package of a hostile model, %s", (runtime) => {
  let sdk: Namespace;
  beforeAll(async () => {
    sdk = await importPackage(generate(modelAt("test/models/hostile.json"), { runtime }));
  });

  const make = (name: string, ...args: readonly unknown[]): object => {
    const made = sdk[name];
    if (typeof made !== "function") throw new Error(`The package has no ${name}.`);
    return Reflect.construct(made, args);
  };
  const commands = (): readonly string[] =>
    Object.keys(sdk).filter((name) => /Command$/.test(name) && name !== "$Command");
  const newClient = (requestHandler: Recorder, name = "_HostileClient"): HostileClient =>
    make(name, { endpoint: "http://localhost", requestHandler }) as HostileClient;

  it("runs none of the model's texts, neither when it is loaded nor when each operation is called", async () => {
    const recorder = new Recorder();
    const client = newClient(recorder);
    expect(commands().length).toBeGreaterThanOrEqual(11);
    for (const name of commands()) {
      const input = { constructor: "a", toString: "b", ___proto__: "c" };
      await client.send(make(name, Object.assign(Object.create(null), input))).catch((error: Error) => {
        expect(error.name).toBe("InputValidationError");
      });
    }
    expect(recorder.requests.length).toBeGreaterThan(5);
    expect(recorder.requests.map((request) => request.headers["x-amz-target"])).toContain("Hostile.then");
    expect(isHostile()).toBe(false);
    client.destroy();
  });

  it("keeps its own methods beside operations of their names", async () => {
    const recorder = new Recorder();
    const name = Object.keys(sdk).find((each) => each === "Hostile" || each === "_Hostile") ?? "";
    const client = newClient(recorder, name) as HostileClient & Record<string, Method>;
    expect(await client).toBe(client);
    await client["_send"]?.({}).catch(() => {});
    await client["_then"]?.({}).catch(() => {});
    await client["_destroy"]?.({});
    expect(recorder.requests.map((request) => request.headers["x-amz-target"])).toContain("Hostile.Destroy");
    expect(typeof client.send).toBe("function");
    client.destroy();
    expect(recorder.destroyed).toBe(1);
  });

  it("reads and writes keys that every object has as keys like any other, and changes no prototype", async () => {
    const hostileBody = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"x"}';
    const recorder = new Recorder({ body: hostileBody });
    const client = newClient(recorder);
    for (const name of commands()) await client.send(make(name, {})).catch(() => {});
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(Object.prototype.toString.call(recorder)).toBe("[object Object]");
    for (const request of recorder.requests) JSON.parse(bodyText(request));
  });

  it("gives errors of hostile names their classes, whose members stay apart from those of every error", async () => {
    const recorder = new Recorder({ status: 400, body: '{"__type":"NameTaken","name":"mine","message":"taken"}' });
    const client = newClient(recorder);
    const seen: Record<string, unknown>[] = [];
    for (const name of commands()) {
      await client.send(make(name, {})).catch((error: Error & Record<string, unknown>) => {
        if (error.name === "NameTaken") seen.push({ message: error.message, mine: error["_name"] });
      });
    }
    expect(seen).toContainEqual({ message: "taken", mine: "mine" });
  });
});
