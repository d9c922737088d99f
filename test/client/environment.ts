import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";

/** Variables by which a machine's own configuration would show in a test. */
const FOREIGN = /^AWS_|^_X_AMZN_|_PROXY$|_proxy$/;

/**
 * Hides the machine's own configuration until `vi.unstubAllEnvs`, and sets the variables and the shared configuration
 * file of a test. The file has a path of its own, since clients remember files by their paths.
 * @returns What removes the file.
 */
export const isolate = (variables: Readonly<Record<string, string>> = {}, configFile?: string): (() => void) => {
  for (const name of Object.keys(process.env)) if (FOREIGN.test(name)) vi.stubEnv(name, undefined);
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-client-"));
  const file = join(folder, "config");
  if (configFile !== undefined) writeFileSync(file, configFile);
  vi.stubEnv("AWS_CONFIG_FILE", file);
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(folder, "credentials"));
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  return () => rmSync(folder, { recursive: true });
};
