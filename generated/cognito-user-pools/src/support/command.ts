import { type Command, constructStack, SENSITIVE_STRING } from "@smithy/core/client";
import type {
  HandlerExecutionContext,
  HttpRequest,
  Logger,
  MetadataBearer,
  MiddlewareStack,
  Pluggable,
  RequestHandler,
} from "@smithy/types";
import { type Entry, entriesOf, stepsWith } from "./remember-order.js";
import { handlerOfSteps, type Result, type Step } from "./steps.js";

type Stack = MiddlewareStack<object, MetadataBearer>;
type Filter = (value: unknown) => unknown;

/** What is used here of a client's configuration. */
interface Config {
  readonly requestHandler: RequestHandler<HttpRequest, never>;
  readonly logger?: Logger;
  readonly validation?: unknown;
}

/** Options of one call. */
interface Options {
  readonly abortSignal?: unknown;
  readonly metricsRecorder?: unknown;
  readonly validation?: unknown;
}

/** What a generated command says of its operation. */
interface Operation {
  instructions: object;
  plugins: (command: object, stack: Stack, config: Config, options?: Options) => readonly Pluggable<object, object>[];
  names: { readonly clientName: string; readonly commandName: string };
  context: object;
  inputFilter: Filter;
  outputFilter: Filter;
  serialize: unknown;
  deserialize: unknown;
}

const same: Filter = (value) => value;

/** A value that isn't of its type is hidden whole: what is wrong with it is for the call to say, not for its log. */
const hidingWrong =
  (filter: Filter): Filter =>
  (value) => {
    try {
      return filter(value);
    } catch {
      return SENSITIVE_STRING;
    }
  };

/** The middleware of a command that nobody changed, for as long as the same inputs are refused. */
interface Kept {
  readonly ofCall: unknown;
  readonly ofClient: unknown;
  readonly entries: readonly Entry[] | undefined;
}

/**
 * What commands are made of, as the published class of this name: `classBuilder` takes what the generator knows of an
 * operation. A command's own stack is made when somebody asks for it; as long as nobody does, and the client's holds
 * nothing but what the generator put there, the steps of a call are known beforehand.
 */
class OwnCommand {
  static classBuilder(): Builder {
    return new Builder();
  }

  #stack: Stack | undefined;
  #fill: ((stack: Stack) => void) | undefined;

  get middlewareStack(): Stack {
    if (!this.#stack) {
      this.#stack = constructStack();
      this.#fill?.(this.#stack);
    }
    return this.#stack;
  }

  set middlewareStack(stack: Stack) {
    this.#stack = stack;
  }

  /**
   * The steps of a call; undefined where somebody had a say in its middleware.
   *
   * @param fill puts the command's middleware into its stack, which is there now or made later for those who look at it
   */
  protected stepsIn(
    clientStack: Stack,
    entries: () => readonly Entry[] | undefined,
    fill: (stack: Stack) => void,
  ): readonly Step[] | undefined {
    if (!this.#stack) {
      const own = entries();
      const steps = own && stepsWith(clientStack, own);
      if (steps) {
        this.#fill = fill;
        return steps;
      }
    }
    fill(this.middlewareStack);
    return undefined;
  }
}

class Builder {
  readonly #operation: Operation = {
    instructions: {},
    plugins: () => [],
    names: { clientName: "", commandName: "" },
    context: {},
    inputFilter: same,
    outputFilter: same,
    serialize: null,
    deserialize: null,
  };

  #with(facts: Partial<Operation>): this {
    Object.assign(this.#operation, facts);
    return this;
  }

  ep(instructions: object): this {
    return this.#with({ instructions });
  }

  m(plugins: Operation["plugins"]): this {
    return this.#with({ plugins });
  }

  s(service: string, operation: string, context: object = {}): this {
    return this.#with({ context: { service, operation, ...context } });
  }

  n(clientName: string, commandName: string): this {
    return this.#with({ names: { clientName, commandName } });
  }

  f(inputFilter: Filter = same, outputFilter: Filter = same): this {
    return this.#with({ inputFilter: hidingWrong(inputFilter), outputFilter: hidingWrong(outputFilter) });
  }

  ser(serialize: unknown): this {
    return this.#with({ serialize });
  }

  de(deserialize: unknown): this {
    return this.#with({ deserialize });
  }

  build(): typeof OwnCommand {
    return commandOf(this.#operation);
  }
}

const commandOf = (operation: Operation): typeof OwnCommand => {
  const kept = new WeakMap<Config, Kept>();

  const entriesFor = (command: object, stack: Stack, config: Config, options?: Options): Kept["entries"] => {
    const [ofCall, ofClient] = [options?.validation, config.validation];
    let known = kept.get(config);
    if (!known || known.ofCall !== ofCall || known.ofClient !== ofClient) {
      const plugins = operation.plugins(command, stack, config, options);
      const apply = (to: MiddlewareStack<object, object>): void => {
        for (const plugin of plugins) {
          plugin.applyToStack(to);
        }
      };
      known = { ofCall, ofClient, entries: entriesOf(apply) };
      kept.set(config, known);
    }
    return known.entries;
  };

  return class Command extends OwnCommand {
    readonly input: object;
    readonly serialize = operation.serialize;
    readonly deserialize = operation.deserialize;

    static getEndpointParameterInstructions(): object {
      return operation.instructions;
    }

    constructor(input?: object) {
      super();
      this.input = input ?? {};
    }

    resolveMiddleware(stack: Stack, config: Config, options?: Options): (args: this) => Promise<Result> {
      const fill = (own: Stack): void => {
        for (const plugin of operation.plugins(Command, stack, config, options)) {
          own.use(plugin as Pluggable<object, MetadataBearer>);
        }
      };
      const steps = this.stepsIn(stack, () => entriesFor(Command, stack, config, options), fill);
      const context = contextOf(this, operation, config, options);
      const handler = handlerOf(config, options);
      if (steps) {
        return handlerOfSteps(steps, context, handler);
      }
      return stack.concat(this.middlewareStack).resolve(handler as never, context) as never;
    }
  };
};

/** What the middleware of one call tell each other. */
const contextOf = (
  commandInstance: object,
  { names, context, inputFilter, outputFilter }: Operation,
  { logger }: Config,
  options: Options | undefined,
): HandlerExecutionContext => {
  const smithyContext: Record<string, unknown> = { commandInstance, ...context };
  if (options?.metricsRecorder !== undefined) {
    smithyContext["metricsRecorder"] = options.metricsRecorder;
  }
  if (options?.abortSignal !== undefined) {
    smithyContext["abortSignal"] = options.abortSignal;
  }
  return {
    logger: logger as Logger,
    ...names,
    inputFilterSensitiveLog: inputFilter,
    outputFilterSensitiveLog: outputFilter,
    __smithy_context: smithyContext,
  };
};

/** The end of every stack: the client's request handler with the options of the call. */
const handlerOf = ({ requestHandler }: Config, options: Options = {}) => {
  const { metricsRecorder, ...others } = options;
  const handled = metricsRecorder ? others : options;
  return ({ request }: { readonly request?: unknown }): Promise<Result> =>
    requestHandler.handle(request as HttpRequest, handled as never) as Promise<never>;
};

/** Of the published class's type: what that promises beyond this is for clients that interpret schemas. */
export const $OperationCommand = OwnCommand as unknown as typeof Command;
