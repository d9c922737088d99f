import { isObject, type Json, type JsonObject, own } from "../../codegen/smithy/json.ts";
import type { Source } from "../../codegen/smithy/source.ts";

/** A sequence that is as good as random and the same on every machine. https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
export const sequence = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

/** The items in another order. */
export const shuffled = <T>(items: readonly T[], random: () => number): readonly T[] => {
  const left = [...items];
  const taken: T[] = [];
  while (left.length > 0) taken.push(...left.splice(Math.floor(random() * left.length), 1));
  return taken;
};

/** A model's text with its shapes in another order. */
export const withShapesShuffled = (text: string, seed: number): string => {
  const model = parsed(text);
  return JSON.stringify({ ...model, shapes: Object.fromEntries(shuffled(shapesOf(model), sequence(seed))) });
};

/** A model's text as several files, in a random order and with its shapes dealt out at random; the first has the metadata. */
export const split = (text: string, count: number, seed: number): readonly Source[] => {
  const random = sequence(seed);
  const { metadata, ...model } = parsed(text);
  const piles: [string, Json][][] = Array.from({ length: count }, () => []);
  for (const shape of shuffled(shapesOf(model), random)) piles[Math.floor(random() * count)]?.push(shape);
  const sources = piles.map((pile, index) => ({
    file: `part-${index}.json`,
    text: JSON.stringify({
      ...model,
      ...(index === 0 && metadata !== undefined && { metadata }),
      shapes: Object.fromEntries(pile),
    }),
  }));
  return shuffled(sources, random);
};

const parsed = (text: string): JsonObject => {
  const json: Json = JSON.parse(text);
  if (!isObject(json)) throw new Error("The model isn't an object.");
  return json;
};

const shapesOf = (model: JsonObject): readonly [string, Json][] => {
  const shapes = own(model, "shapes");
  return isObject(shapes) ? Object.entries(shapes) : [];
};
