import { booleanSelector, SelectorType } from "@smithy/core/config";
import { loadConfig } from "@smithy/node-config-provider";
import type { NodeSignatureV4 } from "./node-signer.js";

/** The signer of Node.js, which only calls that are signed have to load. */
export const loadSigner = async (): Promise<typeof NodeSignatureV4> =>
  (await import("./node-signer.js")).NodeSignatureV4;

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
