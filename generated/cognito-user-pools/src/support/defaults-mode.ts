import type { DefaultsMode, ResolvedDefaultsMode } from "@smithy/core/client";
import type { Provider } from "@smithy/types";
import { loadConfig, once, type Setting } from "./settings.js";

/** What a client's configuration, or what is around it, says of its defaults. */
interface DefaultsModeInput {
  readonly region?: string | Provider<string>;
  readonly defaultsMode?: DefaultsMode | Provider<DefaultsMode>;
}

const DEFAULTS_MODE: Setting<string> = {
  environmentVariableSelector: (env) => env["AWS_DEFAULTS_MODE"],
  configFileSelector: (profile) => profile["defaults_mode"],
  default: "legacy",
};

const MODES: readonly string[] = ["legacy", "standard", "in-region", "cross-region", "mobile"];

/**
 * Which defaults a client has: "legacy" where nothing is said of it. As the published function of this name, which is
 * loaded to find out where the client runs ("auto"), and for what it says of names that don't exist.
 */
export const resolveDefaultsModeConfig = ({
  region,
  defaultsMode = loadConfig(DEFAULTS_MODE) as Provider<DefaultsMode>,
}: DefaultsModeInput = {}): Provider<ResolvedDefaultsMode> =>
  once(async () => {
    const given = typeof defaultsMode === "function" ? await defaultsMode() : defaultsMode;
    const mode = given?.toLowerCase() ?? "legacy";
    if (MODES.includes(mode)) {
      return mode as ResolvedDefaultsMode;
    }
    const published = (await import("./published-settings.js")).resolveDefaultsModeConfig;
    return published({ defaultsMode: given, ...(region !== undefined && { region }) })();
  });
