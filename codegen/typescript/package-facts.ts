import type { ServiceIr } from "../ir/types.ts";
import type { PackageOptions } from "../options.ts";

/** `Cognito Identity Provider`, as people call the service; the shape's name where it isn't one of AWS's. */
export const clientTitle = (service: ServiceIr): string => service.aws?.sdkId ?? service.name;

/** The package's name: the owner's choice, or `client-cognito-identity-provider` after the service. */
export const packageName = (service: ServiceIr, options: PackageOptions): string =>
  options.packageName ?? `client-${kebabCase(clientTitle(service))}`;

/** The package's version: the owner's choice, or `0.0.0` until there is one. */
export const packageVersion = (options: PackageOptions): string => options.packageVersion ?? "0.0.0";

/** `Cognito Identity Provider` and `WeatherService` are `cognito-identity-provider` and `weather-service`. */
const kebabCase = (title: string): string =>
  title
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .split(/[^A-Za-z0-9]+/)
    .join("-")
    .toLowerCase();
