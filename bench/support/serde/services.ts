import type { SerdeService } from "./case.ts";
import { items, itemsInCbor } from "./items.ts";
import { mails } from "./mails.ts";
import { objects } from "./objects.ts";
import { resources } from "./resources.ts";

/** All that is measured, a service for each protocol. */
export const SERDE_SERVICES: readonly SerdeService[] = [items, resources, objects, mails, itemsInCbor];

/** @throws Error where there is none of that protocol */
export const serdeServiceOf = (protocol: string): SerdeService => {
  const service = SERDE_SERVICES.find((each) => each.protocol === protocol);
  if (service === undefined) throw new Error(`Nothing is measured in ${protocol}.`);
  return service;
};
