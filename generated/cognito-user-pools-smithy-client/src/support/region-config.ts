import { isValidHostLabel } from "@smithy/core/transport";
import type { Provider } from "@smithy/types";
import type { RegionInputConfig, RegionResolvedConfig } from "./config-types.js";

/**
 * The region of a client, without what older names of regions say of FIPS (`fips-us-east-1`): that is told by
 * `useFipsEndpoint`. As the published function of this name, which Node.js would load with the loader of files.
 *
 * @throws Error where there is no region
 */
export const resolveRegionConfig = <T>(input: T & RegionInputConfig): T & RegionResolvedConfig => {
  const { region, useFipsEndpoint } = input;
  if (!region) {
    throw new Error("Region is missing");
  }
  const given: Provider<string> = async () => (typeof region === "function" ? region() : region);
  return Object.assign(input, {
    region: async () => {
      const name = await given();
      return checked(isFips(name) ? withoutFips(name) : name);
    },
    useFipsEndpoint: async () =>
      isFips(await given()) || (typeof useFipsEndpoint === "function" ? useFipsEndpoint() : !!useFipsEndpoint),
  });
};

const isFips = (region: string): boolean =>
  typeof region === "string" && (region.startsWith("fips-") || region.endsWith("-fips"));

const withoutFips = (region: string): string =>
  region === "fips-aws-global" || region === "aws-fips" ? "us-east-1" : region.replace(/fips-(dkr-|prod-)?|-fips/, "");

/** A region is part of a host's name, so that nothing else gets there. */
const checked = (region: string): string => {
  if (!isValidHostLabel(region)) {
    if (region !== "*") {
      throw new Error(`Region not accepted: region="${region}" is not a valid hostname component.`);
    }
    // biome-ignore lint/suspicious/noConsole: the published function tells the console too.
    console.warn('The region "*" is no caller\'s region: regions of a signature are set by sigv4a options.');
  }
  return region;
};
