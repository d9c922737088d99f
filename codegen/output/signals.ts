import { setImmediate } from "node:timers/promises";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Carries out a short action that Ctrl-C, or being told to end, should not break off. A signal that came meanwhile
 * takes effect afterwards.
 */
export const undisturbed = async <T>(action: () => Promise<T>): Promise<T> => {
  const came: NodeJS.Signals[] = [];
  const note = (signal: NodeJS.Signals): void => {
    came.push(signal);
  };
  for (const signal of SIGNALS) process.on(signal, note);
  try {
    return await action();
  } finally {
    // Signals reach listeners through the event loop: one turn of it brings those that came during the action.
    await setImmediate();
    for (const signal of SIGNALS) process.off(signal, note);
    const [first] = came;
    if (first !== undefined) process.kill(process.pid, first);
  }
};
