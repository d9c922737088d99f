import { ServiceException, type ServiceExceptionOptions } from "@smithy/core/client";
import { HttpResponse } from "@smithy/core/protocols";
import { describe, expect, it } from "vitest";
import { modelledBy } from "../../../codegen/typescript/support/error-table.ts";

class Broken extends ServiceException {
  readonly part: unknown;
  constructor(options: Pick<ServiceExceptionOptions, "$metadata" | "message"> & { readonly part?: unknown }) {
    super({
      name: "Broken",
      $fault: "client",
      $metadata: options.$metadata,
      ...(options.message === undefined ? {} : { message: options.message }),
    });
    this.part = options.part;
  }
}

const output = new HttpResponse({ statusCode: 400 });
const answer = (data: object, message?: unknown) => ({ data, message, $metadata: {}, output });

describe("the error of a code", () => {
  const modelled = modelledBy({ Broken: [Broken, (members: object) => members], Plain: Broken }, {} as never);

  it("has the members that its function reads", () => {
    expect(modelled("Broken", answer({ part: 1, message: "so it is" }))).toMatchObject({
      part: 1,
      message: "so it is",
    });
    expect(modelled("Plain", answer({ part: 1 }, "so it is"))).toMatchObject({ part: undefined, message: "so it is" });
  });

  it.each([[{ a: 1 }], [5], [null], [Object.create(null)], [{ toString: 5 }]])(
    "takes the message %j, which is no text, for none",
    (message) => {
      expect(modelled("Broken", answer({ message }, message))?.message).toBe("");
      expect(modelled("Plain", answer({}, message))?.message).toBe("");
    },
  );

  it("is nothing where the operation has none of that code", () => {
    expect(modelled("Other", answer({}))).toBeUndefined();
    expect(modelled("constructor", answer({}))).toBeUndefined();
  });
});
