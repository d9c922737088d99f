import { constructStack } from "@smithy/core/client";
import type { HandlerExecutionContext, MiddlewareStack } from "@smithy/types";
import { handlerOfSteps, type Step, stepOf } from "./steps.js";

type Stack = MiddlewareStack<object, object>;
type Handler = (args: object) => Promise<object>;
type Middleware = (next: Handler, context: HandlerExecutionContext) => Handler;

/** A middleware and what says where it goes. */
export interface Entry {
  readonly middleware: Middleware;
  readonly relative: boolean;
  readonly place: Place;
}
interface Place {
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly step?: string;
  readonly priority?: string;
  readonly relation?: string;
  readonly toMiddleware?: string;
  readonly override?: boolean;
}
/** How the client's middleware, each by itself, and the command's, each by its index, follow each other. */
interface Order {
  readonly client: readonly Entry[];
  readonly command: readonly Entry[];
  readonly slots: readonly (Middleware | number)[];
  /** The same from the first to the last, where all that is the client's is made of steps. */
  readonly steps: readonly (Step | number)[] | undefined;
}

/** Commands of one client seldom have more than two kinds of stacks; callers that name each of theirs anew get no more. */
const MOST_ORDERS = 16;

/**
 * Lets a client's stack remember how its middleware and a command's follow each other. The published stack copies,
 * links and sorts all of them for each call, which is most of what a call costs.
 *
 * Nobody can tell: the order is the published stack's own, what is added or removed counts from the next call on, each
 * call makes its handlers of the middleware itself with a context of its own, and whoever puts another method in the
 * place of one of the stack's has it called. Where every middleware is made of a step, the steps are taken one after
 * another instead.
 */
export const rememberOrder = (stack: object): void => {
  const client = stack as Stack;
  const { add, addRelativeTo, applyToStack, concat, remove, removeByTag } = client;
  let orders: Order[] = [];
  let known = new WeakMap<readonly Entry[], { readonly steps: readonly Step[] | undefined }>();
  const forgetting =
    <Arguments extends unknown[], Result>(change: (...args: Arguments) => Result) =>
    (...args: Arguments): Result => {
      orders = [];
      known = new WeakMap();
      return change(...args);
    };
  const remembered = (from: Stack): Stack => {
    const command = client.identifyOnResolve() ? undefined : entriesOf((to) => from.applyToStack(to));
    if (!command) {
      return concat(from);
    }
    const order = orderWith(command);
    return order ? orderedStack(order, command) : concat(from);
  };
  const orderWith = (command: readonly Entry[]): Order | undefined => {
    let order = orders.find((each) => areAlike(each.command, command));
    if (!order) {
      order = orderOf(entriesOf(applyToStack), command);
      orders = order ? [...orders.slice(1 - MOST_ORDERS), order] : orders;
    }
    return order;
  };
  stepsOfStacks.set(client, (command) => {
    if (client.concat !== remembered || client.identifyOnResolve()) {
      return undefined;
    }
    let found = known.get(command);
    if (!found) {
      const { steps } = orderWith(command) ?? {};
      found = { steps: steps && stepsOf(steps, command) };
      known.set(command, found);
    }
    return found.steps;
  });
  Object.assign(client, {
    add: forgetting(add as (...args: unknown[]) => void),
    addRelativeTo: forgetting(addRelativeTo),
    remove: forgetting(remove),
    removeByTag: forgetting(removeByTag),
    concat: remembered,
  });
};

/** For each client's stack, the steps of a command by its middleware. */
const stepsOfStacks = /* @__PURE__ */ new WeakMap<object, (command: readonly Entry[]) => readonly Step[] | undefined>();

/**
 * The steps of a call whose command has this middleware, from first to last; undefined where a middleware isn't made of
 * one, or somebody wants to have a say when stacks are joined.
 *
 * @param command the same array for the same middleware: what is found is kept with it
 */
export const stepsWith = (clientStack: object, command: readonly Entry[]): readonly Step[] | undefined =>
  stepsOfStacks.get(clientStack)?.(command);

/** What a stack or a plugin puts into another stack; undefined where it does more than that. */
export const entriesOf = (applyTo: (stack: Stack) => void): readonly Entry[] | undefined => {
  const entries: Entry[] = [];
  let more = false;
  const recorder = {
    add: (middleware: Middleware, place: Place) => entries.push({ middleware, place, relative: false }),
    addRelativeTo: (middleware: Middleware, place: Place) => entries.push({ middleware, place, relative: true }),
    identifyOnResolve: (toggle?: boolean) => {
      more ||= toggle === true;
      return false;
    },
  };
  applyTo(recorder as unknown as Stack);
  return more ? undefined : entries;
};

const areAlike = (some: readonly Entry[], others: readonly Entry[]): boolean =>
  some.length === others.length &&
  some.every(({ place, relative }, index) => {
    const other = others[index];
    return (
      other !== undefined &&
      relative === other.relative &&
      place.name === other.place.name &&
      place.step === other.place.step &&
      place.priority === other.place.priority &&
      place.relation === other.place.relation &&
      place.toMiddleware === other.place.toMiddleware &&
      place.override === other.place.override &&
      place.aliases === other.place.aliases
    );
  });

/** Asks a published stack that holds as many entries in the same places; undefined where it refuses them. */
const orderOf = (client: readonly Entry[] | undefined, command: readonly Entry[]): Order | undefined => {
  if (!client) {
    return undefined;
  }
  const slots: (Middleware | number)[] = [];
  const standIn = (slot: Middleware | number): Middleware => {
    return (next) => {
      slots.push(slot);
      return next;
    };
  };
  try {
    const stack = stackOf([
      ...client.map((entry) => ({ ...entry, middleware: standIn(entry.middleware) })),
      ...command.map((entry, index) => ({ ...entry, middleware: standIn(index) })),
    ]);
    stack.resolve(async () => ({ response: undefined, output: {} }), {});
  } catch {
    return undefined;
  }
  const steps = slots.map((slot) => (typeof slot === "number" ? slot : stepOf(slot))).reverse();
  return { client, command, slots, steps: steps.includes(undefined) ? undefined : (steps as (Step | number)[]) };
};

const stackOf = (entries: readonly Entry[]): Stack => {
  const stack = constructStack<object, object>();
  for (const { middleware, place, relative } of entries) {
    // A stack that is copied tells the middleware once more among what says where it goes, and that one counts.
    (relative ? stack.addRelativeTo : stack.add)(middleware as never, { ...place, middleware } as never);
  }
  return stack;
};

/** The joined stack of one call. Few ask it for more than its handler; who does gets the published one. */
const orderedStack = ({ client, slots, steps }: Order, command: readonly Entry[]): Stack => {
  let published: Stack | undefined;
  const whole = (): Stack => {
    published ??= stackOf([...client, ...command]);
    return published;
  };
  return {
    add: (...args: unknown[]) => (whole().add as (...args: unknown[]) => void)(...args),
    addRelativeTo: (middleware, place) => whole().addRelativeTo(middleware, place),
    use: (plugin) => whole().use(plugin),
    clone: () => whole().clone(),
    remove: (toRemove) => whole().remove(toRemove),
    removeByTag: (tag) => whole().removeByTag(tag),
    concat: (from) => whole().concat(from),
    applyToStack: (to) => whole().applyToStack(to),
    identify: () => whole().identify(),
    identifyOnResolve: (toggle) => whole().identifyOnResolve(toggle),
    resolve: (handler, context) => {
      if (published) {
        return published.resolve(handler, context);
      }
      const straight = steps && stepsOf(steps, command);
      if (straight) {
        return handlerOfSteps(straight, context, handler as never) as never;
      }
      let next = handler as unknown as Handler;
      for (const slot of slots) {
        const middleware = typeof slot === "number" ? command[slot]?.middleware : slot;
        if (middleware) {
          next = middleware(next, context);
        }
      }
      return next as never;
    },
  } as Stack;
};

/** All steps of a call, those of its command among them; undefined where a middleware isn't made of one. */
const stepsOf = (steps: readonly (Step | number)[], command: readonly Entry[]): readonly Step[] | undefined => {
  const all: Step[] = [];
  for (const slot of steps) {
    const step = typeof slot === "number" ? stepOf((command[slot] as Entry).middleware) : slot;
    if (!step) {
      return undefined;
    }
    all.push(step);
  }
  return all;
};
