import fc from "fast-check";
import type { TypeRef } from "../../codegen/ir/types.ts";
import type { Material } from "./shapes.ts";
import { buckets, headerTexts, labelTexts, texts, textsOf } from "./texts.ts";

const integers = fc.oneof(
  fc.integer(),
  fc.constantFrom(0, -0, 1, -1, 127, -129, 32_768, 2 ** 31, -(2 ** 31), 2 ** 53, -(2 ** 53), 2 ** 53 - 1),
);
const longs = fc.oneof(integers, fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }));
const doubles = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 0.1, 1e21, 1e-7, 5e-324, 1.7976931348623157e308, Number.NaN, Infinity, -Infinity),
);
const dates = fc.oneof(
  fc.date({ noInvalidDate: false }),
  fc.constantFrom(0, 1, -1, 999, 1000, 1_738_555_506_123, -62_135_596_800_000).map((time) => new Date(time)),
);
const blobs = fc.oneof(
  fc.uint8Array({ maxLength: 9 }),
  fc.uint8Array({ maxLength: 9 }).map((bytes) => Buffer.from(bytes)),
  fc.uint8Array({ minLength: 2, maxLength: 9 }).map((bytes) => bytes.subarray(1)),
  fc.integer({ min: 1500, max: 3000 }).map((length) => new Uint8Array(length).fill(0xfb)),
);

const scalar = (type: Extract<TypeRef, { kind: "scalar" }>, member: string): fc.Arbitrary<unknown> => {
  switch (type.scalar) {
    case "string":
      return textsOf(member);
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
      return blobs;
    case "bigInteger":
    case "bigDecimal":
    case "document":
      throw new Error(`No service that is compared has a ${type.scalar}.`);
  }
};

/** What a program gives to a client: valid values up to the bounds of their types and beyond, and nulls. */
export const inputs: Material = {
  scalar,
  enumValue: (values) =>
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: texts }),
  bound: ({ name, binding, type }) => {
    if (name === "Bucket") return buckets;
    // A length that is not the body's never gets past a server.
    if (binding.kind === "header" && binding.name.toLowerCase() === "content-length") return fc.constant(undefined);
    if (binding.kind === "header" && type.kind === "list")
      return fc.array(
        fc.oneof({ weight: 8, arbitrary: headerTexts.filter(Boolean) }, { weight: 1, arbitrary: fc.constant(null) }),
        {
          maxLength: 3,
        },
      );
    if (binding.kind === "prefixHeaders")
      return fc.dictionary(fc.constantFrom("a", "B-c", "d1"), headerTexts, { maxKeys: 2 });
    if (type.kind !== "scalar" || type.scalar !== "string") return undefined;
    return binding.kind === "label" ? labelTexts : binding.kind === "header" ? headerTexts : undefined;
  },
  odd: fc.constantFrom(undefined, null),
  unknownMembers: fc.oneof(
    { weight: 30, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constantFrom({ NotInTheModel: 1 }, { constructor: "mine" }) },
  ),
  oddUnions: fc.oneof(
    fc.tuple(texts, fc.jsonValue({ maxDepth: 2 })).map((unknown) => ({ $unknown: unknown })),
    fc.constantFrom<unknown>({}, { NotInTheModel: 1 }, { $unknown: [] }, { $unknown: "x" }),
  ),
};
