import { constructStack } from "@smithy/core/client";
import { describe, expect, it } from "vitest";
import {
  checkList,
  checkMap,
  checkNested,
  checkRequired,
  getInputValidationPlugin,
  InputValidationError,
  type Validator,
  validateInput,
} from "../../../codegen/typescript/support/validation.ts";

interface Item {
  Name?: string | null;
  Inner?: Item;
  Items?: (Item | null)[];
  Tags?: Record<string, Item>;
  Secrets?: Record<string, Item>;
}

/** As the generator writes one: straight-line calls, recursion by name. */
const validateItem: Validator<Item> = (input, check) => {
  checkRequired(check, input.Name, "Name");
  checkNested(check, input.Inner, ".Inner", validateItem);
  checkList(check, input.Items, ".Items", validateItem);
  checkMap(check, input.Tags, ".Tags", validateItem);
  checkMap(check, input.Secrets, ".Secrets", validateItem, true);
};

const OPERATION = "Cognito Identity Provider ForgotPassword";

const failuresOf = (input: unknown): string[] => {
  try {
    validateInput(OPERATION, validateItem, input as Item);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(InputValidationError);
    return (error as InputValidationError).failures.map(({ path }) => path);
  }
};

describe("missing required members", () => {
  it("are listed by path, all in one error that names service and operation", () => {
    expect(() =>
      validateInput<{ ClientId?: string; Username?: string }>(
        OPERATION,
        (input, check) => {
          checkRequired(check, input.ClientId, "ClientId");
          checkRequired(check, input.Username, "Username");
        },
        {},
      ),
    ).toThrow(
      "Cognito Identity Provider ForgotPassword: 2 required members are missing: " +
        "ForgotPasswordInput.ClientId, ForgotPasswordInput.Username",
    );
    expect(() => validateInput(OPERATION, validateItem, undefined)).toThrow(
      "1 required member is missing: ForgotPasswordInput.Name",
    );
  });

  it("are found at any depth, in the order of the model", () => {
    const input = {
      Inner: { Inner: {} },
      Items: [{ Name: "" }, {}, null],
      Tags: { "a b": {}, __proto__x: { Name: "y" }, constructor: {} },
    };
    expect(failuresOf(input)).toEqual([
      "ForgotPasswordInput.Name",
      "ForgotPasswordInput.Inner.Name",
      "ForgotPasswordInput.Inner.Inner.Name",
      "ForgotPasswordInput.Items[1].Name",
      "ForgotPasswordInput.Tags[a b].Name",
      "ForgotPasswordInput.Tags[constructor].Name",
    ]);
  });

  it("an empty string is there; null isn't; sensitive keys are hidden", () => {
    expect(failuresOf({ Name: "" })).toEqual([]);
    expect(failuresOf({ Name: null })).toEqual(["ForgotPasswordInput.Name"]);
    expect(failuresOf({ Name: "x", Secrets: { hunter2: {} } })).toEqual(["ForgotPasswordInput.Secrets[***].Name"]);
  });

  it("inputs of other types are left to the service", () => {
    for (const odd of ["text", 5, true, ["x"]]) {
      expect(
        failuresOf({ Name: "x", Inner: typeof odd === "object" ? { Name: "" } : odd, Items: odd === 5 ? odd : [] }),
      ).toEqual([]);
    }
    expect(failuresOf({ Name: "x", Items: { length: 3 } })).toEqual([]);
    expect(failuresOf({ Name: "x", Items: [1, "y", undefined], Tags: "text" })).toEqual([]);
  });
});

describe("an input that refers to itself", () => {
  it("is refused instead of walked for ever, with many ways round as well", () => {
    const input: Item = { Name: "x" };
    input.Inner = input;
    input.Items = [input, input];
    input.Tags = { a: input };
    expect(failuresOf(input)).toHaveLength(1);
    expect(() => validateInput(OPERATION, validateItem, input)).toThrow(
      /the input refers to itself: ForgotPasswordInput\.Inner\.Inner/,
    );
  });

  it("one that is only deep is not", () => {
    let input: Item = { Name: "x" };
    for (let depth = 0; depth < 500; depth += 1) {
      input = { Name: "x", Inner: input };
    }
    expect(failuresOf(input)).toEqual([]);
  });
});

describe("the middleware", () => {
  const run = async (clientOption?: "required" | "off", callOption?: "required" | "off") => {
    const stack = constructStack<Item, { $metadata: object }>();
    const order: string[] = [];
    const config = clientOption ? { validation: clientOption } : {};
    const options = callOption ? { validation: callOption } : undefined;
    stack.use(getInputValidationPlugin(OPERATION, validateItem, config, options));
    stack.add(
      (next) => (args) => {
        order.push("user");
        return next({ ...args, input: { Name: "filled in by the user's middleware", ...args.input } });
      },
      { step: "initialize", name: "user" },
    );
    expect(stack.identify()).toEqual(["user - initialize", "inputValidationMiddleware - initialize"]);
    const handler = stack.resolve(async () => ({ output: { $metadata: {} }, response: {} }), {});
    return (input: Item) => handler({ input });
  };

  it("runs after the user's, and lets good inputs pass", async () => {
    await expect((await run())({})).resolves.toMatchObject({ output: {} });
    await expect((await run())({ Name: null })).rejects.toMatchObject({ name: "InputValidationError" });
  });

  it("is turned off for a client or for a call, and on for a call", async () => {
    await expect((await run("off"))({ Name: null })).resolves.toBeDefined();
    await expect((await run("required", "off"))({ Name: null })).resolves.toBeDefined();
    await expect((await run("off", "required"))({ Name: null })).rejects.toBeInstanceOf(InputValidationError);
  });
});
