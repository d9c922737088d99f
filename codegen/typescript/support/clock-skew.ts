import { loadConfig, type Setting } from "./settings.js";

const flag = (texts: Readonly<Record<string, string | undefined>>, name: string): boolean | undefined => {
  const text = texts[name];
  if (text !== undefined && text !== "true" && text !== "false") {
    throw new Error(`${name} is neither true nor false.`);
  }
  return text === undefined ? undefined : text === "true";
};

const DISABLED: Setting<boolean> = {
  environmentVariableSelector: (env) => flag(env, "AWS_DISABLE_CLOCK_SKEW_CORRECTION"),
  configFileSelector: (profile) => flag(profile, "disable_clock_skew_correction"),
  default: false,
};

let disabled: (() => Promise<boolean>) | undefined;

/** What the environment or a configuration file says; asked for once. */
export const clockSkewCorrectionDisabled = (): Promise<boolean> => {
  disabled ??= loadConfig(DISABLED);
  return disabled();
};
