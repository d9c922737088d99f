import { sharedPath } from "./paths.ts";

/** The folder of models and tests that stands beside the repository on some machines; undefined where it doesn't. */
export const sharedFolder = (): string | undefined => sharedPath();

/** The end of a title: why a group of tests that needs the folder was left out. */
export const withoutShared = sharedFolder() === undefined ? " (left out: there is no folder ../shared)" : "";
