import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadModel } from "../../codegen/smithy/load.ts";
import { ignoredTraits } from "../../codegen/smithy/traits/ignored.ts";
import { knownTraits } from "../../codegen/smithy/traits/known.ts";
import { sharedFolder, withoutShared } from "../support/shared.ts";

const shared = sharedFolder();
const files = ["models", "protocol-tests"].flatMap((folder) =>
  shared === undefined
    ? []
    : readdirSync(join(shared, folder))
        .filter((file) => file.endsWith(".json"))
        .map((file) => `${folder}/${file}`),
);

const traitsIn = (value: unknown, found: Set<string>): Set<string> => {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, child] of Object.entries(value)) {
    if (key === "traits") for (const id of Object.keys(child as object)) found.add(id);
    else traitsIn(child, found);
  }
  return found;
};

describe.skipIf(shared === undefined)(`the shared models and protocol tests${withoutShared}`, () => {
  it.each(files)("%s loads without a fault, and each of its traits is decoded or ignored on purpose", (file) => {
    const text = readFileSync(join(shared ?? "", file), "utf8");
    expect(loadModel([{ file, text }]).diagnostics).toEqual([]);
    const unknown = [...traitsIn(JSON.parse(text), new Set())].filter(
      (id) => !knownTraits.has(id) && !ignoredTraits.has(id),
    );
    expect(unknown).toEqual([]);
  });
});

describe("the table of ignored traits", () => {
  it("names no trait that has a token", () => {
    expect([...ignoredTraits.keys()].filter((id) => knownTraits.has(id))).toEqual([]);
  });
});
