/** Seconds since the epoch, with milliseconds as a fraction. An invalid date is refused. */
export const epochSeconds = (date: Date): number => valid(date).getTime() / 1000;

/** `1985-04-12T23:20:50.52Z`; whole seconds without a fraction. */
export const dateTime = (date: Date): string => valid(date).toISOString().replace(".000Z", "Z");

/** `Tue, 29 Apr 2014 18:30:38 GMT` */
export const httpDate = (date: Date): string => valid(date).toUTCString();

const valid = (date: Date): Date => {
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) {
    throw new TypeError(`A timestamp must be a valid Date: ${String(date)}`);
  }
  return date;
};
