import type { HandlerExecutionContext } from "@smithy/types";
import { describe, expect, it } from "vitest";
import {
  handlerOfSteps,
  middlewareOf,
  type Rest,
  type Result,
  type Step,
  type StepMiddleware,
} from "../../../codegen/typescript/support/steps.ts";

type Handler = ReturnType<typeof handlerOfSteps>;

const context: HandlerExecutionContext = {};
const answer = { response: undefined, output: { $metadata: {} } };
const end: Handler = async () => answer;

/** Both ways that steps are taken in: one after another in one function, and each as a middleware among others. */
const ways: readonly [name: string, handlerOf: (steps: readonly Step[], handler?: Handler) => Handler][] = [
  ["one after another", (steps, handler = end) => handlerOfSteps(steps, context, handler as never)],
  [
    "as middleware",
    (steps, handler = end) =>
      steps.reduceRight<Handler>((next, step) => (middlewareOf(step) as StepMiddleware)(next, context), handler),
  ],
];

const fail = (): never => {
  throw new Error("at once");
};

describe.each(ways)("steps that are taken %s", (_, handlerOf) => {
  it.each<[string, Step]>([
    ["before what follows", { before: fail }],
    ["around it", { around: fail }],
    ["when it says whether there is anything to do", { around: (call, rest) => rest(call), idle: fail }],
  ])("reject where one throws %s", async (_where, step) => {
    const waited: unknown = handlerOf([step])({ input: {} });
    expect(waited).toBeInstanceOf(Promise);
    await expect(waited).rejects.toThrow("at once");
  });

  it("are waited for, in their order, and see one request", async () => {
    const seen: unknown[] = [];
    const note =
      (name: string) =>
      async (call: Parameters<Rest>[0], rest: Rest): Promise<Result> => {
        seen.push(name, call.request);
        const result = await rest({ ...call, request: `${call.request} ${name}` });
        seen.push(`after ${name}`);
        return result;
      };
    const steps: readonly Step[] = [
      {
        before: async (call) => {
          await Promise.resolve();
          call.request = "made";
        },
      },
      { around: note("outer") },
      { around: fail, idle: () => true },
      { around: note("inner") },
    ];
    const handler: Handler = async ({ request }) => {
      seen.push("end", request);
      return answer;
    };
    expect(await handlerOf(steps, handler)({ input: {} })).toBe(answer);
    const way = ["outer", "made", "inner", "made outer", "end", "made outer inner", "after inner", "after outer"];
    expect(seen).toEqual(way);
  });
});
