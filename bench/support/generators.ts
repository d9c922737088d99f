import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { repositoryPath, sharedPath } from "../../test/support/paths.ts";
import { SLICE } from "./cognito.ts";
import { officialFleet } from "./official-fleet.ts";
import { type Cost, isInstalled, run } from "./process.ts";

/** Some packages to generate. `operations` are all of the model's where there are none. */
export interface Work {
  readonly title: string;
  readonly models: readonly string[];
  readonly operations: readonly string[];
}

export interface Peer {
  readonly name: string;
  readonly measure: () => Cost;
}

/** Longer than this, seconds, no run of the official generator may take. It takes a few. */
const OFFICIAL_SECONDS = 90;
/** The first one may have to fetch its jars. */
const OFFICIAL_FIRST_SECONDS = 240;

const TINSMITH = repositoryPath("dist", "main.js");

export const node: Peer = { name: "node -e ''", measure: () => run([process.execPath, "-e", ""]).cost };

/** One process for all models, into folders that are not there yet. */
export const tinsmith = (scratch: string, { models, operations }: Work): Peer => {
  const config = join(scratch, "tinsmith.config.json");
  const out = join(scratch, "ours");
  const choice = operations.length === 0 ? {} : { operations };
  const packages = models.map((model) => ({ model, out: join(out, basename(model, ".json")), ...choice }));
  return {
    name: "Tinsmith",
    measure: () => {
      rmSync(out, { recursive: true, force: true });
      writeFileSync(config, JSON.stringify({ packages }));
      return run([process.execPath, TINSMITH, "generate", "--config", config]).cost;
    },
  };
};

/** Those of some models for which Tinsmith can generate a package: one process, which writes none. */
export const supported = (scratch: string, models: readonly string[]): readonly string[] => {
  // The report names files as seen from the working directory where they are below it.
  const folder = join(scratch, "models");
  mkdirSync(folder, { recursive: true });
  const copies = models.map((model) => join(folder, basename(model)));
  for (const [index, copy] of copies.entries()) copyFileSync(models[index] ?? "", copy);
  const config = join(scratch, "supported.config.json");
  const packages = copies.map((model) => ({ model, out: join(scratch, "none", basename(model, ".json")) }));
  writeFileSync(config, JSON.stringify({ packages }));
  const command = [process.execPath, TINSMITH, "generate", "--check", "--json", "--config", config];
  const { stdout } = run(command, { accepts: [0, 1, 2] });
  const { diagnostics } = JSON.parse(stdout) as {
    readonly diagnostics: readonly { readonly severity: string; readonly place?: { readonly file: string } }[];
  };
  const refused = diagnostics.filter(({ severity }) => severity === "error").map(({ place }) => place?.file ?? "");
  return models.filter((model) => !refused.some((file) => basename(file) === basename(model)));
};

/** The official generator: by its script for one model, for several in one process with a projection for each. */
export class Official {
  readonly #script: string;
  readonly #scratch: string;
  /** Models of which it made no package, by their files' names. */
  readonly refused = new Set<string>();

  private constructor(script: string, scratch: string) {
    this.#script = script;
    this.#scratch = scratch;
  }

  /** It, or why it is left out. The first run makes sure that it works, and fetches its jars where it hasn't yet. */
  static find(scratch: string): Official | string {
    const script = sharedPath("official-generator", "run.sh");
    if (script === undefined) return "it needs `../shared`";
    if (!isInstalled("java") || !isInstalled("mvn")) return "it needs Java and Maven";
    const official = new Official(script, scratch);
    try {
      official.#generate(SLICE, [], OFFICIAL_FIRST_SECONDS);
      return official;
    } catch {
      return "it doesn't run here, or not in time";
    }
  }

  peer({ models, operations }: Work): Peer {
    const [model, ...others] = models;
    if (model !== undefined && others.length === 0) {
      return { name: "official", measure: () => this.#generate(model, operations, OFFICIAL_SECONDS) };
    }
    return {
      name: "official, in one process",
      measure: () => {
        const { cost, refused } = officialFleet(this.#scratch, models);
        for (const name of refused) this.refused.add(name);
        return cost;
      },
    };
  }

  /** Its wall time is as it prints it: that of the generator alone, without the script's preparations. */
  #generate(model: string, operations: readonly string[], seconds: number): Cost {
    const choice = operations.length === 0 ? [] : [operations.join(",")];
    const out = join(this.#scratch, "official");
    const command = ["timeout", "--kill-after=5", String(seconds), this.#script, model, out, ...choice];
    const { cost, stdout } = run(command);
    return { ...cost, wall: (JSON.parse(stdout) as { readonly wall_s: number }).wall_s };
  }
}
