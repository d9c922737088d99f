import fc from "fast-check";
import type { TypeRef } from "../../codegen/ir/types.ts";
import type { Body, Form } from "./answers.ts";
import { outputs } from "./outputs.ts";
import { texts } from "./texts.ts";

const integers = fc.oneof(fc.integer(), fc.constantFrom(0, -1, 23, 24, 255, 65_536, 2 ** 32, Number.MAX_SAFE_INTEGER));
const longs = fc.oneof(
  { weight: 4, arbitrary: integers },
  { weight: 1, arbitrary: fc.constantFrom(9_007_199_254_740_993n, -9_223_372_036_854_775_808n, 2n ** 64n - 1n) },
);
const doubles = fc.oneof(fc.double(), integers, fc.constantFrom(Number.NaN, Infinity, -Infinity, 0.5, 5e-324));
const dates = fc.date({ noInvalidDate: true, min: new Date("0001-01-01"), max: new Date("9999-12-31T23:59:59Z") });

const scalar = (type: Extract<TypeRef, { kind: "scalar" }>): fc.Arbitrary<unknown> => {
  switch (type.scalar) {
    case "string":
      return texts;
    case "boolean":
      return fc.boolean();
    case "byte":
    case "short":
    case "integer":
      return integers;
    case "long":
      return longs;
    case "float":
    case "double":
      return doubles;
    case "timestamp":
      return dates;
    case "blob":
      return fc.uint8Array({ maxLength: 300 });
    case "bigInteger":
    case "bigDecimal":
    case "document":
      throw new Error(`No service that is compared has a ${type.scalar}.`);
  }
};

const NOT_CBOR = "the body is not CBOR";
const NO_MAP = "the body is not a map in CBOR";

/** What stands in the place of a map: nothing, other values, and bytes that are no CBOR or end too soon. */
const odd = fc.constantFrom<Body>(
  ...["", "a0", "bfff", "f6", "f7"].map((hex) => ({ hex })),
  ...["80", "05", "60", "6161", "f5", "fb3ff8000000000000"].map((hex) => ({ hex, fault: NO_MAP }) as const),
  ...["a1", "ff", "a16161", "1c", "3c68746d6c3e"].map((hex) => ({ hex, fault: NOT_CBOR }) as const),
);

/** What a service answers in CBOR. */
export const cborForm: Form = { material: { ...outputs, scalar }, odd, mark: { form: "cbor" } };
