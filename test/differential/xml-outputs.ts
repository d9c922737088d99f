import fc from "fast-check";
import type { TypeRef } from "../../codegen/ir/types.ts";
import type { Material } from "./shapes.ts";
import { headerTexts, texts } from "./texts.ts";
import type { Node } from "./xml-text.ts";
import { Odd } from "./xml-values.ts";

const integers = fc.oneof(fc.integer().map(String), fc.constantFrom("-0", "+1", "007", "9007199254740991"));
const longs = fc.oneof(
  { weight: 4, arbitrary: integers },
  { weight: 1, arbitrary: fc.constantFrom("9007199254740993", "-9223372036854775808", "12345678901234567890123") },
);
const doubles = fc.oneof(
  integers,
  fc.double().map(String),
  fc.constantFrom("NaN", "Infinity", "-Infinity", "1e400", "1.50", "0.12345678901234567890", "5E-324"),
);
const dates = fc.date({ noInvalidDate: true, min: new Date("0001-01-01"), max: new Date("9999-12-31T23:59:59Z") });
const dateTimes = fc.oneof(
  dates.map((date) => date.toISOString()),
  fc.constantFrom("2026-02-03T04:05:06Z", "2026-02-03T04:05:06.5+01:00", "2026-06-30T23:59:59.999999Z"),
);
const timestamps = {
  "date-time": dateTimes,
  "http-date": dates.map((date) => date.toUTCString()),
  "epoch-seconds": fc.oneof(fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }).map(String), fc.constant("1.5")),
} as const;

const scalar = (type: Extract<TypeRef, { kind: "scalar" }>): fc.Arbitrary<unknown> => {
  switch (type.scalar) {
    case "string":
      return texts;
    case "boolean":
      return fc.constantFrom("true", "false");
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
      return timestamps[type.timestampFormat ?? "date-time"];
    case "blob":
      return fc.uint8Array({ maxLength: 9 }).map((bytes) => Buffer.from(bytes).toString("base64"));
    case "bigInteger":
    case "bigDecimal":
    case "document":
      throw new Error(`No service that is compared has a ${type.scalar}.`);
  }
};

const element = (name: string, ...children: readonly Node[]): Node => ({ name, children });

/** What an element holds where the model names something else: nothing, a text, white space, other elements. */
const oddContents = fc
  .constantFrom<readonly Node[]>(
    [],
    ["text"],
    ["5"],
    ["true"],
    [" "],
    [{ verbatim: "<![CDATA[<a>&amp;]]>" }],
    [{ verbatim: "a<!-- b -->c" }],
    [{ verbatim: "&#x61;&lt;&apos;" }],
    [element("a")],
    [element("a", "1"), element("b", element("c"))],
    ["text", element("a", "1")],
    [element("member", "1"), element("member", "2")],
    [element("entry")],
  )
  .map((children) => new Odd(children));

const unknownMembers = fc.dictionary(
  fc.constantFrom("NotInTheModel", "notInTheModel", "toString", "__proto__", "constructor"),
  oddContents,
  { minKeys: 1, maxKeys: 2 },
);

/** What a service answers in XML: what its model says, and now and then anything else. */
export const xmlOutputs: Material = {
  scalar,
  enumValue: (values) =>
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values).map(String) }, { weight: 1, arbitrary: texts }),
  bound: ({ binding, type }) => {
    if (binding.kind === "prefixHeaders")
      return fc.dictionary(fc.constantFrom("a", "b-c", "d1"), headerTexts, { maxKeys: 2 });
    if (binding.kind === "header" && type.kind === "scalar")
      return type.scalar === "string"
        ? headerTexts
        : type.scalar === "timestamp"
          ? timestamps[type.timestampFormat ?? "http-date"]
          : scalar(type.scalar === "long" ? { ...type, scalar: "integer" } : type);
    if (binding.kind === "header" && type.kind === "named") return headerTexts;
    return undefined;
  },
  odd: oddContents,
  unknownMembers: fc.oneof(
    { withCrossShrink: true },
    { weight: 30, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: unknownMembers },
  ),
  oddUnions: fc.oneof(unknownMembers, oddContents),
};

/** What errors hold: texts stand in place of anything, since what an unknown one holds is given as it came. */
export const xmlErrors: Material = { ...xmlOutputs, odd: fc.constantFrom("", "text") };
