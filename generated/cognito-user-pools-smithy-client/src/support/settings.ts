import { access } from "node:fs";
import { homedir } from "node:os";
import { join, sep } from "node:path";
import type { loadConfig as publishedLoader } from "@smithy/node-config-provider";

/** What the published loader asks for one setting. */
export type Setting<T> = Parameters<typeof publishedLoader<T>>[0];
type Texts = Readonly<Record<string, string | undefined>>;

/** A logger, a profile, and where the files are. */
type Init = NonNullable<Parameters<typeof publishedLoader>[1]>;

/**
 * A setting of the environment or the shared configuration files, asked for once and kept; one that can't be had is
 * asked for again. As the published function of this name, which is loaded where there is something for it to do: where
 * a file exists, a variable has a value that isn't accepted, or a logger is to be told where the setting was looked for.
 */
export const loadConfig = <T>(setting: Setting<T>, init: Init = {}): (() => Promise<T>) =>
  once(async () => {
    const found = await withoutFiles(setting, init);
    if (found) {
      return found.value;
    }
    const published = await import("./published-settings.js");
    return published.loadConfig(setting, init)();
  });

/** What a function gives the first time that it doesn't fail; who asks while it is asked gets the same. */
export const once = <T>(get: () => Promise<T>): (() => Promise<T>) => {
  let pending: Promise<T> | undefined;
  return () => {
    pending ??= get().catch((error: unknown) => {
      pending = undefined;
      throw error;
    });
    return pending;
  };
};

const withoutFiles = async <T>(setting: Setting<T>, init: Init): Promise<{ readonly value: T } | undefined> => {
  try {
    const value = setting.environmentVariableSelector(process.env, init);
    if (value !== undefined) {
      return { value };
    }
  } catch {
    // The published loader says what becomes of it.
    return undefined;
  }
  if (isLogged(init) || (await isAnyFile(init))) {
    return undefined;
  }
  const { default: given } = setting;
  return { value: await (typeof given === "function" ? (given as () => T | Promise<T>)() : (given as T)) };
};

const isLogged = ({ logger }: Init): boolean => logger !== undefined && logger.constructor?.name !== "NoOpLogger";

/** Whether there may be a shared configuration or credentials file. */
export const isAnyFile = async (init: Init = {}): Promise<boolean> => {
  const { AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE } = process.env;
  const config = exists(init.configFilepath ?? (AWS_CONFIG_FILE || join(home(), ".aws", "config")));
  const credentials = exists(init.filepath ?? (AWS_SHARED_CREDENTIALS_FILE || join(home(), ".aws", "credentials")));
  return (await config) || credentials;
};

const home = (): string => {
  const { HOME, USERPROFILE, HOMEPATH, HOMEDRIVE = `C:${sep}` } = process.env;
  return HOME || USERPROFILE || (HOMEPATH ? `${HOMEDRIVE}${HOMEPATH}` : homedir());
};

/** By path. The published loader reads a file once too. */
const files = new Map<string, Promise<boolean>>();

const exists = (path: string): Promise<boolean> => {
  let found = files.get(path);
  if (!found) {
    const absolute = path.startsWith("~/") ? join(home(), path.slice(2)) : path;
    found = new Promise((resolve) => {
      access(absolute, (error) => resolve(error?.code !== "ENOENT" && error?.code !== "ENOTDIR"));
    });
    files.set(path, found);
  }
  return found;
};

// Settings of all clients. https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html

/** Reads "true" or "false"; the published loader goes on where the selector of a source fails. */
export const flag =
  (name: string) =>
  (texts: Texts): boolean | undefined => {
    const value = texts[name];
    if (value !== undefined && value !== "true" && value !== "false") {
      throw new Error(`${name} is neither true nor false.`);
    }
    return value === undefined ? undefined : value === "true";
  };

/**
 * Without another source, a machine in AWS's cloud says where it is. The credentials file comes first here:
 * `{ preferredFile: "credentials" }`.
 */
export const REGION: Setting<string> = {
  environmentVariableSelector: (env) => env["AWS_REGION"],
  configFileSelector: (profile) => profile["region"],
  default: async () => {
    const { NODE_REGION_CONFIG_OPTIONS } = await import("./published-settings.js");
    return (NODE_REGION_CONFIG_OPTIONS.default as () => Promise<string>)();
  },
};

export const USE_DUALSTACK_ENDPOINT: Setting<boolean> = {
  environmentVariableSelector: flag("AWS_USE_DUALSTACK_ENDPOINT"),
  configFileSelector: flag("use_dualstack_endpoint"),
  default: false,
};

export const USE_FIPS_ENDPOINT: Setting<boolean> = {
  environmentVariableSelector: flag("AWS_USE_FIPS_ENDPOINT"),
  configFileSelector: flag("use_fips_endpoint"),
  default: false,
};
