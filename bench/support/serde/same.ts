import { isDeepStrictEqual } from "node:util";

/** @throws Error where two values differ in anything */
export const same = (found: unknown, wanted: unknown): void => {
  if (!isDeepStrictEqual(found, wanted)) {
    throw new Error(
      `Found ${JSON.stringify(found)?.slice(0, 500)} where ${JSON.stringify(wanted)?.slice(0, 500)} is right.`,
    );
  }
};
