import { LazyJsonString } from "@smithy/core/serde";

/** A string of a JSON media type, which knows how to parse itself. What isn't text is passed on as it came. */
export const readJsonString = (value: unknown): LazyJsonString =>
  typeof value === "string" ? LazyJsonString.from(value) : (value as LazyJsonString);

/** The text of a string of a JSON media type; any other value becomes JSON. */
export const writeJsonString = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : LazyJsonString.from(value as string).toString();
