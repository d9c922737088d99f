import { afterEach, describe, expect, it } from "vitest";
import {
  nested,
  readMembers,
  readUnion,
  setMember,
  writeUnion,
} from "../../../codegen/typescript/support/structures.ts";

type Text = Readonly<Record<string, unknown>>;

/** What is generated for a union of `A` and `constructor`, whose text is in upper case on the wire. */
const write = (input: Text): unknown => {
  switch (setMember(input)) {
    case "A":
      return { A: String(input["A"]).toUpperCase() };
    case "constructor":
      return input;
    default:
      return writeUnion(input, ["A", "constructor"], write);
  }
};

const read = (data: Text): object => {
  switch (setMember(data)) {
    case "A":
    case "constructor":
      return data;
    default:
      return readUnion(data, ["A", "constructor"], read);
  }
};

describe("unions", () => {
  afterEach(() => {
    Reflect.deleteProperty(Object.prototype, "polluted");
  });

  it("of one member are that member", () => {
    expect(setMember({ A: "" })).toBe("A");
    expect(write({ A: "a" })).toEqual({ A: "A" });
    expect(write({ constructor: 1 })).toEqual({ constructor: 1 });
    const data = { A: "a" };
    expect(read(data)).toBe(data);
  });

  it("of several, of none, and with what isn't known, are what is set of the known", () => {
    for (const union of [{}, { A: null }, { A: undefined }, { A: 1, B: 2 }, { A: 1, constructor: null }]) {
      expect(setMember(union)).toBeUndefined();
    }
    expect(write({ A: "a", constructor: 1, X: 2 })).toEqual({ A: "A", constructor: 1 });
    expect(write({ A: "a", constructor: undefined })).toEqual({ A: "A" });
    expect(write({ A: null })).toEqual({});
    expect(write({ X: 1 })).toEqual({});
    expect(write({ A: "a", $unknown: ["X", 1] })).toEqual({ A: "A" });
    expect(write({ $unknown: ["X", 1] })).toEqual({ X: 1 });
    expect(read({ __type: "U", A: "a", X: 1, constructor: null })).toStrictEqual({ A: "a" });
    expect(read({ __type: "U", X: 1 })).toEqual({ $unknown: ["X", 1] });
  });

  it("may be instances of classes, whose members are not their own, or which write themselves", () => {
    class Union {
      get A(): string {
        return "a";
      }
    }
    expect(write(new Union() as unknown as Text)).toEqual({ A: "A" });
    expect(write(Object.create({ A: "a" }))).toEqual({ A: "A" });
    class Hidden {
      toJSON(): string {
        return "something else";
      }
    }
    expect(JSON.stringify(write(Object.assign(new Hidden(), { constructor: 5 }) as object as Text))).toBe(
      '{"constructor":5}',
    );
    expect(write(Object.assign(Object.create(null), { A: "a" }))).toEqual({ A: "A" });
  });

  it("are the same where all objects have a key more", () => {
    Object.defineProperty(Object.prototype, "polluted", {
      value: 1,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    expect(write({ A: "a" })).toEqual({ A: "A" });
    expect(Object.keys(write({}) as object)).toEqual([]);
    expect(Object.keys(read({ A: "a" }))).toEqual(["A"]);
  });

  it("of another type are passed on", () => {
    for (const odd of ["", "t", "text", 5, true]) {
      expect(write(odd as never)).toBe(odd);
      expect(read(odd as never)).toBe(odd);
    }
    expect(write([1] as never)).toEqual([1]);
  });
});

describe("structures", () => {
  it("keep what isn't known where they name their type", () => {
    expect(readMembers({ A: 1, X: 2 }, { A: 1 })).toEqual({ A: 1 });
    expect(readMembers({ A: 1, X: 2, __type: "T" }, { A: 1 })).toEqual({ A: 1, X: 2, __type: "T" });
    expect(readMembers({ n: 1, X: 2, __type: "T" }, { A: 1 }, "n")).toEqual({ A: 1, X: 2, __type: "T" });
    expect(readMembers("text", {})).toBe("text");
  });

  it("within others go through their function, and what isn't an object is passed on", () => {
    const wrap = (value: object, context: string) => ({ ...value, context });
    expect(nested({ A: 1 }, wrap, "c" as never)).toEqual({ A: 1, context: "c" });
    expect([nested("text", wrap), nested(5, wrap), nested(null, wrap), nested(undefined, wrap)]).toEqual([
      "text",
      5,
      undefined,
      undefined,
    ]);
  });
});
