import { isAnyFile } from "./settings.js";

/**
 * The endpoint that the environment or the shared configuration files name for a service. The published function is
 * loaded where there is a variable or a file to read.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export const configuredEndpoint = async (serviceId: string): Promise<string | undefined> => {
  const ofService = `AWS_ENDPOINT_URL_${serviceId.toUpperCase().replaceAll(" ", "_")}`;
  if (!process.env["AWS_ENDPOINT_URL"] && !process.env[ofService] && !(await isAnyFile())) {
    return undefined;
  }
  const { resolveEndpointConfig } = await import("./published-settings.js");
  const published: { serviceConfiguredEndpoint?: () => Promise<string | undefined> } = resolveEndpointConfig({
    serviceId,
  } as never);
  return published.serviceConfiguredEndpoint?.();
};
