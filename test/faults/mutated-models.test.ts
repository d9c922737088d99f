import { describe, expect, it } from "vitest";
import { tryMutatedModels } from "./mutated-models.ts";

describe("a model changed at random (`npm run prove` takes thousands of them)", () => {
  it("gives a package with safe paths and code that parses, or is refused with what is wrong with it", async () => {
    const { files, refused } = await tryMutatedModels({ runs: 100, parseEvery: 8, seed: 4711 });
    expect(files).toBeGreaterThan(15);
    expect(refused).toBeGreaterThan(15);
  });
});
