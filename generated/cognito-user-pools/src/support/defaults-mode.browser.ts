import type { DefaultsMode, ResolvedDefaultsMode } from "@smithy/core/client";
import type { Provider } from "@smithy/types";

/** What a browser says of where it runs; none says all of it. */
interface Surroundings {
  readonly product?: string;
  readonly maxTouchPoints?: number;
  readonly userAgentData?: { readonly mobile?: boolean };
  readonly connection?: { readonly effectiveType?: unknown; readonly rtt?: unknown; readonly downlink?: unknown };
}

const MODES = ["in-region", "cross-region", "mobile", "standard", "legacy"];

/** Which defaults a client has: "legacy" where nothing is said of it. As the published function of this name. */
export const resolveDefaultsModeConfig = ({
  defaultsMode,
}: {
  readonly defaultsMode?: DefaultsMode | Provider<DefaultsMode>;
} = {}): Provider<ResolvedDefaultsMode> => {
  let resolved: string | undefined;
  return async () => {
    if (resolved === undefined) {
      const given = typeof defaultsMode === "function" ? await defaultsMode() : defaultsMode;
      const mode = given?.toLowerCase() ?? "legacy";
      resolved = mode === "auto" ? (isMobile() ? "mobile" : "standard") : mode;
      if (!MODES.includes(resolved)) {
        resolved = undefined;
        throw new Error(`Invalid parameter for "defaultsMode", expect auto, ${MODES.join(", ")}, got ${given}`);
      }
    }
    return resolved as ResolvedDefaultsMode;
  };
};

/** A phone, a tablet or React Native; or a slow connection, which counts as one. */
const isMobile = (): boolean => {
  const { navigator = {} } = globalThis as { readonly navigator?: Surroundings };
  const { product, maxTouchPoints = 0, userAgentData, connection = {} } = navigator;
  const { effectiveType, rtt, downlink } = connection;
  return (
    (typeof effectiveType === "string" && effectiveType !== "4g") ||
    Number(rtt) > 100 ||
    Number(downlink) < 10 ||
    userAgentData?.mobile === true ||
    maxTouchPoints > 1 ||
    product === "ReactNative"
  );
};
