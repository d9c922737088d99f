import type { HttpHandlerOptions } from "@smithy/types";

/** Either form of signal that a call's options may hold. */
export type CallAbortSignal = NonNullable<HttpHandlerOptions["abortSignal"]>;

/** The error of an aborted call, named `AbortError`; the signal's reason is its message or its cause. */
export const abortError = (signal: CallAbortSignal): Error => {
  const reason = "reason" in signal ? signal.reason : undefined;
  const message = reason && !(reason instanceof Error) ? String(reason) : "Request aborted";
  return Object.assign(new Error(message, reason instanceof Error ? { cause: reason } : {}), { name: "AbortError" });
};

/**
 * Calls `listener` when the signal aborts, and gives the function that takes the listener away again. A signal of the
 * older form has one place for a listener; the one that stood there is called too, and put back.
 */
export const onAbort = (signal: CallAbortSignal, listener: () => void): (() => void) => {
  if ("addEventListener" in signal && typeof signal.addEventListener === "function") {
    signal.addEventListener("abort", listener, { once: true });
    return () => signal.removeEventListener("abort", listener);
  }
  const older: { onabort: unknown } = signal;
  const before = older.onabort;
  older.onabort = function (this: unknown, ...event: unknown[]) {
    if (typeof before === "function") {
      before.apply(this, event);
    }
    listener();
  };
  return () => {
    older.onabort = before;
  };
};
