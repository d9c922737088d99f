import { constructStack } from "@smithy/core/client";
import type { HandlerExecutionContext, MiddlewareStack } from "@smithy/types";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { rememberOrder } from "../../../codegen/typescript/support/remember-order.ts";

type Stack = MiddlewareStack<object, object>;
type Next = (args: { readonly seen: string[] }) => Promise<object>;

/** A middleware that tells its label and the context's number. */
const telling =
  (label: string) =>
  (next: Next, context: HandlerExecutionContext): Next =>
  (args) => {
    args.seen.push(`${label} of ${String(context["call"])}`);
    return next(args);
  };

const STEPS = ["initialize", "serialize", "build", "finalizeRequest", "deserialize"] as const;
const names = fc.constantFrom("a", "b", "c", "d");
const entry = fc.record({
  label: fc.integer({ min: 0, max: 99 }).map(String),
  place: fc.oneof(
    fc.record(
      {
        step: fc.constantFrom(...STEPS),
        priority: fc.constantFrom("high", "normal", "low"),
        name: names,
        aliases: names.map((name) => [`${name}${name}`]),
        tags: fc.constantFrom(["T"], ["U"]),
        override: fc.boolean(),
      },
      { requiredKeys: ["step"] },
    ),
    fc.record(
      { relation: fc.constantFrom("before", "after"), toMiddleware: names, name: names, override: fc.boolean() },
      { requiredKeys: ["relation", "toMiddleware"] },
    ),
  ),
});
type Entry = typeof entry extends fc.Arbitrary<infer Value> ? Value : never;

const put = (stack: Stack, { label, place }: Entry): void => {
  if ("toMiddleware" in place) stack.addRelativeTo(telling(label) as never, place as never);
  else stack.add(telling(label) as never, place as never);
};

/** What a function does to both kinds of stacks: its result, or the message of what it throws. */
const outcome = async (act: () => unknown): Promise<unknown> => {
  try {
    return await act();
  } catch (error) {
    return String(error);
  }
};

const call = async (client: Stack, commandEntries: readonly Entry[], number: number): Promise<unknown> => {
  const seen: string[] = [];
  const result = await outcome(() => {
    const command = constructStack<object, object>();
    for (const each of commandEntries) put(command, each);
    const handler = client.concat(command).resolve(async () => ({ response: number, output: {} }), { call: number });
    return handler({ seen } as never);
  });
  return { seen, result };
};

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("call" as const), entries: fc.array(entry, { maxLength: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("add" as const), entry }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), name: names }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("removeByTag" as const), tag: fc.constantFrom("T", "U") }) },
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const done = async (stack: Stack, act: Step, number: number): Promise<unknown> => {
  switch (act.kind) {
    case "call":
      // Twice, since the second call is the one that remembers.
      return Promise.all([call(stack, act.entries, number), call(stack, act.entries, number + 100)]);
    case "add":
      return outcome(() => put(stack, act.entry));
    case "remove":
      return outcome(() => stack.remove(act.name));
    case "removeByTag":
      return outcome(() => stack.removeByTag(act.tag));
  }
};

describe("a stack that remembers its order", () => {
  it("calls what a published one calls, whatever is added, removed and sent", async () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(steps, async (acts) => {
        const [plain, remembering] = [constructStack<object, object>(), constructStack<object, object>()];
        rememberOrder(remembering);
        for (const [number, act] of acts.entries()) {
          const [theirs, ours] = await Promise.all([plain, remembering].map((stack) => done(stack, act, number)));
          expect(ours).toEqual(theirs);
        }
        expect(remembering.identify()).toEqual(plain.identify());
      }),
      { numRuns: 150 },
    );
  });

  const filled = (): Stack => {
    const stack = constructStack<object, object>();
    for (const name of STEPS) stack.add(telling(name) as never, { step: name, name } as never);
    rememberOrder(stack);
    return stack;
  };
  const ofCommand = (...added: readonly string[]): Stack => {
    const stack = constructStack<object, object>();
    for (const name of added) stack.add(telling(name) as never, { step: "build", name } as never);
    return stack;
  };
  const handler = async () => ({ response: undefined, output: {} });

  it("sorts once for all calls of like commands, and again after a change", () => {
    const stack = filled();
    stack.concat(ofCommand("x")).resolve(handler, {});
    const sort = vi.spyOn(Array.prototype, "sort");
    try {
      for (let calls = 0; calls < 3; calls++) stack.concat(ofCommand("x")).resolve(handler, {});
      expect(sort).not.toHaveBeenCalled();
      stack.concat(ofCommand("y")).resolve(handler, {});
      expect(sort).toHaveBeenCalled();
      sort.mockClear();
      stack.use({ applyToStack: (to) => to.add(telling("plugin") as never, { step: "build" } as never) });
      stack.concat(ofCommand("x")).resolve(handler, {});
      expect(sort).toHaveBeenCalled();
    } finally {
      sort.mockRestore();
    }
  });

  it("keeps only so many orders of commands that are each of their own kind", async () => {
    const stack = filled();
    for (let number = 0; number < 40; number++) {
      const seen: string[] = [];
      await stack.concat(ofCommand(`x${number}`)).resolve(handler, { call: number })({ seen } as never);
      expect(seen).toContain(`x${number} of ${number}`);
    }
  });

  it("gives joined stacks that can be looked at, copied and changed as published ones", async () => {
    const plain = constructStack<object, object>();
    for (const name of STEPS) plain.add(telling(name) as never, { step: name, name } as never);
    for (const stack of [filled(), plain]) {
      const joined = stack.concat(ofCommand("x"));
      expect(joined.identify()).toHaveLength(6);
      expect(joined.clone().identify()).toEqual(joined.identify());
      expect(joined.concat(ofCommand("y")).identify()).toHaveLength(7);
      expect(joined.remove("x")).toBe(true);
      joined.addRelativeTo(telling("z") as never, { relation: "before", toMiddleware: "build", name: "z" });
      const seen: string[] = [];
      await joined.resolve(handler, { call: 1 })({ seen } as never);
      expect(seen.map((each) => each.split(" ")[0])).toEqual(["initialize", "serialize", "z", ...STEPS.slice(2)]);
      expect(stack.identify()).toHaveLength(5);
    }
  });

  it("prints the stack of each call where that is asked for", () => {
    const stack = filled();
    stack.identifyOnResolve(true);
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    try {
      stack.concat(ofCommand("x")).resolve(handler, {});
      expect(log).toHaveBeenCalledTimes(1);
    } finally {
      log.mockRestore();
    }
  });
});
