import { describe, expect, it } from "vitest";
import { tryMutatedModels } from "../../faults/mutated-models.ts";

/** How many models, and from where in the endless row of them: `MUTATED_MODELS=20000 SEED=7 npm run prove`. */
const runs = Number(process.env["MUTATED_MODELS"] ?? 3_000);
const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);

describe(`${runs} models changed at random, from the seed ${seed}`, () => {
  it("each give a package with safe paths and code that parses, or are refused with what is wrong with them", {
    timeout: 3_600_000,
  }, async () => {
    const { files, refused } = await tryMutatedModels({ runs, parseEvery: 5, seed });
    process.stdout.write(`${files} packages, ${refused} models refused, no other outcome; seed ${seed}\n`);
    expect(Math.min(files, refused)).toBeGreaterThan(runs / 10);
  });
});
