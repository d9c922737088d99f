import type { Exports, Kind } from "./exports.ts";

/** A line for each name: `AttributeAction const type`. */
export const recordOf = (names: Exports): string =>
  [...names].map(([name, kinds]) => `${[name, ...kinds].join(" ")}\n`).join("");

export const readRecord = (text: string): Exports =>
  new Map(
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const [name = "", ...kinds] = line.split(" ");
        return [name, kinds as Kind[]];
      }),
  );
