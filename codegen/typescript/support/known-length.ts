import type { BodyLengthCalculator, SerdeContext } from "@smithy/types";

/**
 * A payload whose length is told before it is sent, as its service asks with `@requiresLength`.
 * https://smithy.io/2.0/spec/streaming.html#requireslength-trait
 *
 * @param member the payload's name
 * @throws TypeError where nobody can know the length before the end
 */
export const ofKnownLength = <T>(payload: T, member: string, context: SerdeContext): T => {
  if (payload !== undefined && payload !== null && lengthOf(payload, context) === undefined) {
    throw new TypeError(
      `${member} is a stream of unknown length, and the service has to know the length before it is sent. ` +
        "Give bytes, a text, a Blob or the stream of a file.",
    );
  }
  return payload;
};

/** In bytes, as the configuration counts them. */
const lengthOf = (payload: unknown, context: SerdeContext): number | undefined => {
  const { bodyLengthChecker } = context as unknown as { readonly bodyLengthChecker: BodyLengthCalculator };
  try {
    return bodyLengthChecker(payload) ?? undefined;
  } catch {
    return undefined;
  }
};
