import fc from "fast-check";
import type { TypeRef } from "../../codegen/ir/types.ts";
import type { Material } from "./shapes.ts";
import { headerTexts, texts } from "./texts.ts";
import { Literal } from "./wire-json.ts";

const literals = (...of: readonly string[]): fc.Arbitrary<unknown> =>
  fc.constantFrom(...of).map((text) => new Literal(text));

const integers = fc.oneof(fc.integer(), literals("-0", "1.0", "1e2", "1E+2", "10e-1", "9007199254740991"));
const longs = fc.oneof(
  { weight: 4, arbitrary: integers },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("9007199254740993", "-9223372036854775808", "12345678901234567890123", "1e18", "1234567890123456.5")
      .map((text) => new Literal(text, true)),
  },
);
const doubles = fc.oneof(
  integers,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom("NaN", "Infinity", "-Infinity"),
  literals("1e400", "0.12345678901234567890", "1.50", "123456789012345678", "-1e-400", "5e-324"),
);
const times = fc.oneof(
  fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }),
  fc.double({ min: -1e9, max: 1e10, noNaN: true }),
  literals("1515531081.1229999", "1.5e9", "0", "-0.001", "1738555506.123456789"),
);
const base64 = fc.uint8Array({ maxLength: 9 }).map((bytes) => Buffer.from(bytes).toString("base64"));

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
      return times;
    case "blob":
      return base64;
    case "bigInteger":
    case "bigDecimal":
    case "document":
      throw new Error(`No service that is compared has a ${type.scalar}.`);
  }
};

/** Values of any type where the model names one. */
const wrongTypes: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, null, null, 0, 5, "", "text", "5", true, false, [], {}, [null], [5], { a: 1 }),
  fc.constantFrom<unknown>({ __type: "ns#T" }, [{ __type: 5 }], "2020-01-01T00:00:00Z", "!", "a==="),
);

const unknownMembers = fc
  .dictionary(fc.constantFrom("NotInTheModel", "notInTheModel", "__type", "$metadata", "toString"), wrongTypes, {
    minKeys: 1,
    maxKeys: 2,
  })
  .map((members) => ({ ...members }));

/** What a service answers: what its model says, numbers in any notation, and now and then anything else. */
export const outputs: Material = {
  scalar,
  enumValue: (values) =>
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: texts }),
  bound: ({ binding }) => (binding.kind === "header" ? headerTexts : binding.kind === "payload" ? texts : undefined),
  odd: wrongTypes,
  unknownMembers: fc.oneof(
    { withCrossShrink: true },
    { weight: 30, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: unknownMembers },
  ),
  oddUnions: fc.oneof(
    unknownMembers,
    fc.constantFrom<unknown>({}, { NotInTheModel: null }, { A: 1, B: null }, { __type: "T", A: [{}] }),
  ),
};
