import { getUserAgentPrefix, partition } from "@aws-sdk/core/client";

let isAsked = false;

/** AWS's published facts of the partition that a region belongs to. */
export const awsPartition: typeof partition = (region) => {
  isAsked = true;
  return partition(region);
};

/**
 * What somebody who put other partitions into their place has the user agent begin with. It is asked for only by those
 * who have asked for a partition, since the package is large: a client with an endpoint of its own needs none.
 */
export const userAgentPrefix = (): string => (isAsked ? getUserAgentPrefix() : "");
