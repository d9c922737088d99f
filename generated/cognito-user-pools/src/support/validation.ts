import type { MetadataBearer, Pluggable } from "@smithy/types";
import { middlewareOf, type StepMiddleware } from "./steps.js";

/** One member that an input lacks. */
export interface InputFailure {
  /** `ForgotPasswordInput.ClientId`, `PutItemInput.Items[0].Name`, `TagInput.Tags[key].Value`. */
  readonly path: string;
  readonly reason: "missing" | "refers to itself";
}

/** An input that is refused before anything is sent. It holds no value of the input. */
export class InputValidationError extends Error {
  override readonly name = "InputValidationError";
  /** Every failure, in the order of the model's members. */
  readonly failures: readonly InputFailure[];

  constructor(operation: string, failures: readonly InputFailure[]) {
    const [first] = failures;
    const what =
      first && first.reason !== "missing"
        ? `the input ${first.reason}`
        : `${failures.length} required ${failures.length === 1 ? "member is" : "members are"} missing`;
    super(`${operation}: ${what}: ${failures.map(({ path }) => path).join(", ")}`);
    this.failures = failures;
  }
}

/** The walk through one input. */
export interface InputCheck {
  /** With its service, `Cognito Identity Provider ForgotPassword`. */
  readonly operation: string;
  readonly failures: InputFailure[];
  /** Where the walk stands; joined only where something is missing. */
  readonly path: string[];
  readonly holders: object[];
}

/** The check of one structure; the generated ones are straight-line calls of the functions below. */
export type Validator<T extends object> = (input: T, check: InputCheck) => void;

/** Notes the member, where it isn't there. */
export const checkRequired = (check: InputCheck, value: unknown, member: string): void => {
  if (value === undefined || value === null) {
    check.failures.push({ path: `${check.path.join("")}.${member}`, reason: "missing" });
  }
};

/** Checks a structure or a union at `step` (`.Name`, `[0]`) of where the walk stands; one that isn't there is none. */
export const checkNested = <T>(
  check: InputCheck,
  value: T | null | undefined,
  step: string,
  validate: Validator<T & object>,
): void => {
  if (typeof value !== "object" || value === null) {
    return;
  }
  const { path, holders } = check;
  path.push(step);
  // Looking back costs; only an input that holds itself, or an odd one, gets this deep.
  if (holders.length > 64 && holders.includes(value)) {
    throw new InputValidationError(check.operation, [{ path: path.join(""), reason: "refers to itself" }]);
  }
  holders.push(value);
  validate(value, check);
  holders.pop();
  path.pop();
};

/** Checks each element of a list. */
export const checkList = <T>(
  check: InputCheck,
  value: readonly T[] | null | undefined,
  member: string,
  validate: Validator<T & object>,
): void => {
  if (Array.isArray(value)) {
    value.forEach((element: T, index) => {
      checkNested(check, element, `${member}[${index}]`, validate);
    });
  }
};

/** Checks each value of a map; `hide` keeps sensitive keys out of the path. */
export const checkMap = <T>(
  check: InputCheck,
  value: Readonly<Record<string, T>> | null | undefined,
  member: string,
  validate: Validator<T & object>,
  hide?: true,
): void => {
  if (typeof value === "object" && value !== null) {
    for (const key of Object.keys(value)) {
      checkNested(check, value[key], `${member}[${hide ? "***" : key}]`, validate);
    }
  }
};

/**
 * Refuses inputs that lack required members, after everything else that looks at or fills in an input. A call's own
 * option beats the client's.
 *
 * @param operation with its service, `Cognito Identity Provider ForgotPassword`
 * @throws InputValidationError from the call, with every failure; it is not retried
 */
export const getInputValidationPlugin = <Input extends object, Output extends MetadataBearer>(
  operation: string,
  validate: Validator<Input>,
  config: { readonly validation?: "required" | "off" },
  options: { readonly validation?: "required" | "off" } | undefined,
): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    const required = (options?.validation ?? config.validation ?? "required") === "required";
    const middleware = required ? checking(operation, validate as Validator<never>) : unchecked;
    stack.add(middleware as never, {
      name: "inputValidationMiddleware",
      step: "initialize",
      priority: "low",
      override: true,
    });
  },
});

const unchecked = /* @__PURE__ */ middlewareOf({ before: () => undefined });

const known = /* @__PURE__ */ new WeakMap<Validator<never>, Map<string, StepMiddleware>>();

/** The middleware of an operation, which all of its calls share. */
const checking = (operation: string, validate: Validator<never>): StepMiddleware => {
  const byOperation = known.get(validate) ?? new Map<string, StepMiddleware>();
  known.set(validate, byOperation);
  let middleware = byOperation.get(operation);
  if (!middleware) {
    middleware = middlewareOf({
      before: ({ input }) => {
        validateInput(operation, validate, input as never);
        return undefined;
      },
    });
    byOperation.set(operation, middleware);
  }
  return middleware;
};

/** @throws InputValidationError with every failure */
export const validateInput = <Input extends object>(
  operation: string,
  validate: Validator<Input>,
  input: Input | undefined,
): void => {
  const failures: InputFailure[] = [];
  const path = [`${operation.slice(operation.lastIndexOf(" ") + 1)}Input`];
  validate(input ?? ({} as Input), { operation, failures, path, holders: [] });
  if (failures.length > 0) {
    throw new InputValidationError(operation, failures);
  }
};
