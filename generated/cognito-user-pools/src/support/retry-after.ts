import type { Logger } from "@smithy/types";

/**
 * When a service wants to be asked again, by the first of two headers: `retry-after` in seconds, as a date, or as the
 * date of the answer and seconds; `x-amz-retry-after` in milliseconds. Undefined where neither is there, or where the
 * first says nothing of the kind. Dates are read by `Date.parse`; of those without a time zone only future ones count.
 */
export const retryAfter = (headers: Readonly<Record<string, unknown>>, logger?: Logger): Date | undefined => {
  for (const [name, value] of Object.entries(headers)) {
    const header = name.toLowerCase();
    if (header === "retry-after" || header === "x-amz-retry-after") {
      const text = `${value}`;
      const time = header === "retry-after" ? timeOf(text) : Date.now() + Number(text);
      if (!Number.isNaN(time)) {
        return new Date(time);
      }
      logger?.trace?.(`Failed to parse ${header}=${text}`);
      return undefined;
    }
  }
  return undefined;
};

const timeOf = (text: string): number => {
  const now = Date.now();
  const seconds = /(?:^| GMT, )(\d+(?:\.\d+)?)$/.exec(text)?.[1];
  if (seconds) {
    return now + Number(seconds) * 1000;
  }
  const date = Date.parse(text);
  return date >= now || text.endsWith("GMT") ? date : Number.NaN;
};
