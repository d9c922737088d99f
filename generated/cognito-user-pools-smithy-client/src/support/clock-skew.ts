import { flag, loadConfig, type Setting } from "./settings.js";

const DISABLED: Setting<boolean> = {
  environmentVariableSelector: flag("AWS_DISABLE_CLOCK_SKEW_CORRECTION"),
  configFileSelector: flag("disable_clock_skew_correction"),
  default: false,
};

let disabled: (() => Promise<boolean>) | undefined;

/** What the environment or a configuration file says; asked for once. */
export const clockSkewCorrectionDisabled = (): Promise<boolean> => {
  disabled ??= loadConfig(DISABLED);
  return disabled();
};
