/**
 * Stands for the command of sessions in a package without it: a call to a directory bucket, which needs one, fails
 * before anything is sent.
 */
export const NoSessionCommand: new (input: unknown) => never = class {
  constructor() {
    throw new Error("Directory buckets need the operation CreateSession, which this package was generated without.");
  }
} as never;
