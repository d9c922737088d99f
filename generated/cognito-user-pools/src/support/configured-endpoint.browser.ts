/** Browsers have neither an environment nor files. */
export const configuredEndpoint = async (_serviceId: string): Promise<string | undefined> => undefined;
