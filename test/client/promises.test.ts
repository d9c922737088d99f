import { createHook } from "node:async_hooks";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isolate } from "./environment.ts";
import { commandOf, type Official, type Operation, operations, pairs } from "./packages.ts";
import { Recorder } from "./recorder.ts";

let cleanUp: () => void = () => {};
beforeEach(() => {
  cleanUp = isolate();
});
afterEach(() => cleanUp());

/** How many promises are made until a function's own is settled. */
const promisesIn = async (act: () => Promise<unknown>): Promise<number> => {
  let count = 0;
  const hook = createHook({
    init: (_id, type) => {
      if (type === "PROMISE") count += 1;
    },
  });
  hook.enable();
  await act();
  hook.disable();
  return count;
};

// Each costs as much as a step of a call. The official client takes 88 and more.
describe.each(pairs)("$name", ({ ours, official }) => {
  const count = async (sdk: Official, operation: Operation): Promise<number> => {
    const client = new sdk.CognitoIdentityProviderClient({
      region: "eu-west-1",
      credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
      requestHandler: new Recorder({ body: "{}" }),
    });
    const call = () => client.send(commandOf(sdk, operation) as never);
    await call();
    await call();
    return promisesIn(call);
  };

  it.each(operations)(
    "takes few promises for a call of %s that waits for nothing but its answer",
    async (operation) => {
      expect(await count(ours, operation)).toBeLessThan(25);
      expect(await count(official, operation)).toBeGreaterThan(80);
    },
  );
});
