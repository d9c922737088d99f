import type { HandlerExecutionContext, MetadataBearer } from "@smithy/types";
import type { Awaitable } from "./providers.js";

/** One call on its way; each has its own. */
export interface Call {
  readonly input: object;
  readonly context: HandlerExecutionContext;
  /** Undefined until the input is serialized. */
  request: unknown;
}

/** What the end of a stack gives, and what each middleware passes on. */
export interface Result {
  readonly response: unknown;
  readonly output: MetadataBearer;
}

/** All that follows a step. It may be asked again, for another attempt. */
export type Rest = (call: Call) => Promise<Result>;

/** Does its part before what follows, or all around it. */
export type Step =
  | { readonly before: (call: Call) => Awaitable<void> | undefined }
  | {
      readonly around: (call: Call, rest: Rest) => Promise<Result>;
      /** Whether there is nothing to do in this call. */
      readonly idle?: (call: Call) => boolean;
    };

interface Args {
  readonly input: object;
  readonly request?: unknown;
}
type Handler = (args: Args) => Promise<Result>;
export type StepMiddleware = (next: Handler, context: HandlerExecutionContext) => Handler;

const steps = /* @__PURE__ */ new WeakMap<object, Step>();

/**
 * A middleware, for any stack, that does what a step says; a stack of nothing but such middleware needs no handlers of
 * its own for a call. Published types of stacks tell the kinds of arguments apart, which is of no use here.
 */
export const middlewareOf = (step: Step): never => {
  const middleware: StepMiddleware = (next, context) =>
    "before" in step
      ? async (args) => {
          const call = callOf(args, context);
          await step.before(call);
          return next(argsOf(args, call));
        }
      : (args) => {
          try {
            const call = callOf(args, context);
            return step.idle?.(call) ? next(args) : step.around(call, (of) => next(argsOf(args, of)));
          } catch (error) {
            // Whoever called may wait for a promise alone.
            return Promise.reject(error);
          }
        };
  steps.set(middleware, step);
  return middleware as never;
};

/** What a middleware does, where it was made of a step. */
export const stepOf = (middleware: object): Step | undefined => steps.get(middleware);

/** The handler of a call that takes its steps one after another, and ends with the request handler. */
export const handlerOfSteps =
  (steps: readonly Step[], context: HandlerExecutionContext, handler: Handler): Handler =>
  (args) =>
    takeSteps(steps, 0, callOf(args, context), handler);

/** Takes step after step without a promise in between, where none is waited for: each costs more than most steps. */
const takeSteps = (steps: readonly Step[], from: number, call: Call, handler: Handler): Promise<Result> => {
  try {
    for (let index = from; index < steps.length; index += 1) {
      const step = steps[index] as Step;
      if ("before" in step) {
        const waiting = step.before(call);
        if (waiting) {
          return waiting.then(() => takeSteps(steps, index + 1, call, handler));
        }
      } else if (!step.idle?.(call)) {
        return step.around(call, (of) => takeSteps(steps, index + 1, of, handler));
      }
    }
    return handler(call);
  } catch (error) {
    return Promise.reject(error);
  }
};

const callOf = ({ input, request }: Args, context: HandlerExecutionContext): Call => ({ input, request, context });

const argsOf = (args: Args, { request }: Call): Args => (request === args.request ? args : { ...args, request });
