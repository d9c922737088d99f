import { describe, expect, it } from "vitest";
import { type Problem, problems } from "../../../codegen/smithy/diagnostic-table.ts";

type Make = (...values: readonly unknown[]) => Problem;
const made = Object.entries(problems).map(([name, make]) => {
  const found = (make as unknown as Make)(["x"], ["x"], ["x"], ["x"]);
  return [name, found] as const;
});

describe("the table of diagnostics", () => {
  it("has a code of its own for each, within its range, in order", () => {
    const codes = made.map(([, { code }]) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.filter((code) => !/^TIN00\d\d$/.test(code))).toEqual([]);
  });

  it.each(made)("%s is a sentence, and says how to mend it", (_, { message, help }) => {
    expect(message).toMatch(/^[A-Zx"].*\.$|^Wrong value: /);
    expect(help).toMatch(/^[A-Z].{6}/);
  });
});
