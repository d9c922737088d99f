import { describe, expect, it } from "vitest";
import { lineOf, visible } from "../../../codegen/cli/report.ts";

const diagnostic = {
  code: "TIN0001",
  severity: "error",
  place: { file: "model/cognito.json", line: 120, column: 14 },
  shape: "a#B",
  message: "It is dented.",
  help: "Beat it out.",
} as const;

describe("a diagnostic in words", () => {
  it("has its place, severity, code, shape, sentence and help on one line", () => {
    expect(lineOf(diagnostic, false)).toBe("model/cognito.json:120:14 error TIN0001 a#B: It is dented. Beat it out.");
  });

  it("leaves out what it doesn't have", () => {
    const { place: _, shape: __, ...rest } = diagnostic;
    expect(lineOf(rest, false)).toBe("error TIN0001: It is dented. Beat it out.");
    expect(lineOf({ ...rest, place: { file: "a" } }, false)).toBe("a error TIN0001: It is dented. Beat it out.");
  });

  it("has colour where it is wanted", () => {
    expect(lineOf(diagnostic, true)).toContain("\u001b[31merror\u001b[39m");
  });

  it("never steers the terminal", () => {
    expect(visible("a\u001b[2Jb\rc\u202ed\ne")).toBe("a\\u001b[2Jb\\u000dc\\u202ed e");
    expect(lineOf({ ...diagnostic, shape: "\u001b]0;x\u0007" }, false)).not.toContain("\u001b");
  });
});
