import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pairs } from "../client/packages.ts";
import { repositoryPath } from "../support/paths.ts";
import { compareAll, type Row } from "./servers/compare.ts";
import { documentOf } from "./servers/faults-document.ts";
import { type Outcome, PATIENCE } from "./servers/run.ts";

let rows: readonly Row[] = [];
let complete = false;
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);

beforeAll(async () => {
  process.on("unhandledRejection", note);
  ({ rows, complete } = await compareAll());
});
afterAll(() => {
  process.off("unhandledRejection", note);
});

/** The faults whose outcome for a package isn't as it should be. */
const wrong = (name: string, right: (outcome: Outcome) => boolean): readonly string[] =>
  rows
    .filter(({ ours }) => {
      const outcome = ours[name];
      return outcome === undefined || !right(outcome);
    })
    .map(({ fault }) => fault);

describe.each(pairs)("$name and broken servers", ({ name }) => {
  it("ends every call by itself", () => {
    expect(wrong(name, ({ result, took }) => result !== "waits" && took < PATIENCE)).toEqual([]);
  });

  it("never throws what the parser says", () => {
    expect(wrong(name, ({ result }) => !/^(SyntaxError|TypeError)/.test(result))).toEqual([]);
  });

  it("tells the request id wherever there is a status, and tries no more than twice", () => {
    expect(wrong(name, ({ status, requestId }) => status === undefined || requestId === "request-1")).toEqual([]);
    expect(wrong(name, ({ attempts = 1 }) => attempts <= 2)).toEqual([]);
  });

  it("serves the next call", () => {
    expect(wrong(name, ({ nextWorks }) => nextWorks)).toEqual([]);
  });

  it("leaves no connection open when it is destroyed", () => {
    expect(wrong(name, ({ socketsLeft }) => socketsLeft === 0)).toEqual([]);
  });
});

describe("all clients and broken servers", () => {
  it("leave no rejection to nobody", () => {
    expect(unhandled).toEqual([]);
  });

  it("are in docs/faults.md as they are", ({ skip }) => {
    skip(!complete, "the rows of TLS need `openssl`");
    expect(documentOf(rows)).toBe(readFileSync(repositoryPath("docs", "faults.md"), "utf8"));
  });
});
