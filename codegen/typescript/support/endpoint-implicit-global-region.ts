/** The region that signs for a partition's global services, which the published type of partitions doesn't name. */
export const implicitGlobalRegion = (partition: object): string | undefined =>
  "implicitGlobalRegion" in partition && typeof partition.implicitGlobalRegion === "string"
    ? partition.implicitGlobalRegion
    : undefined;
