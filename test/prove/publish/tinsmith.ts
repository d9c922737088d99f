import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryPath } from "../../support/paths.ts";
import type { Machine } from "./machine.ts";
import { SCOPE } from "./registry.ts";

/** The name under which a company publishes Tinsmith to its own registry. */
export const TINSMITH = `${SCOPE}/tinsmith`;

/** Publishes Tinsmith itself: a copy of what `npm pack` takes, built, with the company's scope and registry. */
export const publishTinsmith = async (machine: Machine): Promise<string> => {
  const folder = machine.empty("tinsmith");
  for (const file of ["tinsmith.schema.json", "README.md", "LICENSE", "CHANGELOG.md"]) {
    cpSync(repositoryPath(file), join(folder, file));
  }
  const manifest = JSON.parse(readFileSync(repositoryPath("package.json"), "utf8")) as { readonly version: string };
  const own = { ...manifest, name: TINSMITH, publishConfig: { registry: machine.registry.url, access: "restricted" } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(own, null, 2));
  await machine.run(folder, [process.execPath, repositoryPath("build.mjs"), join(folder, "dist")]);
  await machine.run(folder, ["npm", "publish", "--ignore-scripts"]);
  return manifest.version;
};
