import type { SerdeContext } from "@smithy/types";

/** Makes the host name of an operation's requests of the endpoint's. */
export type HostPrefix = (hostname: string) => string;

/**
 * Puts the prefix of an operation before a host name, unless the client's `disableHostPrefix` is set. The function throws
 * an Error where the host name is not valid with its prefix.
 */
export const hostPrefixed = (context: SerdeContext, prefix: string | undefined): HostPrefix | undefined =>
  prefix === undefined || context.disableHostPrefix
    ? undefined
    : (hostname) => {
        const host = prefix + hostname;
        if (!/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(host)) {
          throw new Error(`${JSON.stringify(host)} is not a valid host name.`);
        }
        return host;
      };

/**
 * The value of an input member that is part of the host name.
 *
 * @throws Error where it is missing, empty, or not one label of a host name
 */
export const hostLabel = (value: unknown, member: string): string => {
  if (typeof value !== "string" || !/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(value)) {
    throw new Error(`${member} is part of the host name and must be a label of one: letters, digits and hyphens.`);
  }
  return value;
};
