import { platform, release } from "node:os";
import type { Provider, UserAgent, UserAgentPair } from "@smithy/types";
import type { Setting } from "./settings.js";

/** How the application is named. https://docs.aws.amazon.com/sdkref/latest/guide/feature-appid.html */
export const USER_AGENT_APP_ID: Setting<string | undefined> = {
  environmentVariableSelector: (env) => env["AWS_SDK_UA_APP_ID"],
  configFileSelector: (profile) => profile["sdk_ua_app_id"] ?? profile["sdk-ua-app-id"],
  default: undefined,
};

/**
 * What a client in Node.js says of itself, as the published function of this name does, without loading the package that
 * would know whether AWS's common runtime is there: this client signs nothing by it.
 */
export const createDefaultUserAgentProvider = ({
  serviceId,
  clientVersion,
}: {
  readonly serviceId?: string;
  readonly clientVersion: string;
}): ((config?: { readonly userAgentAppId?: Provider<string | undefined> }) => Promise<UserAgent>) => {
  const runtime = runtimePair();
  return async (config) => {
    const pairs: UserAgentPair[] = [
      ["aws-sdk-js", clientVersion],
      ["ua", "2.1"],
      [`os/${platform()}`, release()],
      ["lang/js"],
      runtime,
    ];
    if (serviceId) {
      pairs.push([`api/${serviceId}`, clientVersion]);
    }
    const { AWS_EXECUTION_ENV } = process.env;
    if (AWS_EXECUTION_ENV) {
      pairs.push([`exec-env/${AWS_EXECUTION_ENV}`]);
    }
    const appId = await config?.userAgentAppId?.();
    if (appId) {
      pairs.push([`app/${appId}`]);
    }
    return pairs;
  };
};

const runtimePair = (): UserAgentPair => {
  const versions: Readonly<Record<string, string | undefined>> = process.versions;
  const other = ["deno", "bun", "llrt"].find((name) => versions[name]);
  return other === undefined ? ["md/nodejs", process.versions.node] : [`md/${other}`, versions[other] as string];
};
