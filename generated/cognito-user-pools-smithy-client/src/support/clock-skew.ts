import { booleanSelector, SelectorType } from "@smithy/core/config";
import { loadConfig } from "@smithy/node-config-provider";

let disabled: (() => Promise<boolean>) | undefined;

/** What the environment or a configuration file says; asked for once. */
export const clockSkewCorrectionDisabled = (): Promise<boolean> => {
  disabled ??= loadConfig<boolean>({
    environmentVariableSelector: (env) => booleanSelector(env, "AWS_DISABLE_CLOCK_SKEW_CORRECTION", SelectorType.ENV),
    configFileSelector: (profile) => booleanSelector(profile, "disable_clock_skew_correction", SelectorType.CONFIG),
    default: false,
  });
  return disabled();
};
