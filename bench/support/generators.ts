import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { repositoryPath, sharedPath } from "../../test/support/paths.ts";
import { SLICE } from "./cognito.ts";
import { type Cost, isInstalled, run } from "./process.ts";

/** Some packages to generate. `operations` are all of the model's where there are none. */
export interface Work {
  readonly title: string;
  readonly models: readonly string[];
  readonly operations: readonly string[];
}

export interface Peer {
  readonly name: string;
  /** Whether it did all of the work, and so can be compared; not given where it always does. */
  readonly isComplete?: boolean;
  readonly measure: () => Cost;
}

/** Longer than this, seconds, no run of the official generator may take. It takes a few. */
const OFFICIAL_SECONDS = 90;
/** The first one may have to fetch its jars. */
const OFFICIAL_FIRST_SECONDS = 240;

/** After so long, no further model is begun. */
const OFFICIAL_FLEET_SECONDS = 600;

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

const sumOf = (costs: readonly Cost[]): Cost => ({
  wall: costs.reduce((sum, { wall }) => sum + wall, 0),
  cpu: costs.reduce((sum, { cpu }) => sum + cpu, 0),
  peak: Math.max(0, ...costs.map(({ peak }) => peak)),
});

/**
 * The official generator: it makes one package in a process of its own, which for several models run one after the
 * other. Wall and CPU are their sums, the peak is that of the largest.
 */
export class Official {
  readonly #script: string;
  readonly #out: string;
  /** Models that it refuses, or takes longer for than it may, by their names. */
  readonly refused = new Set<string>();

  private constructor(script: string, out: string) {
    this.#script = script;
    this.#out = out;
  }

  /** It, or why it is left out. The first run makes sure that it works, and fetches its jars where it hasn't yet. */
  static find(scratch: string): Official | string {
    const script = sharedPath("official-generator", "run.sh");
    if (script === undefined) return "it needs `../shared`";
    if (!isInstalled("java") || !isInstalled("mvn")) return "it needs Java and Maven";
    const official = new Official(script, join(scratch, "official"));
    try {
      official.#generate(SLICE, [], OFFICIAL_FIRST_SECONDS);
      return official;
    } catch {
      return "it doesn't run here, or not in time";
    }
  }

  /**
   * What takes minutes, a process for each of many models, is measured once, and as far as it comes in time. Models that it
   * refuses cost it nothing: it is complete where it did all others.
   */
  peer({ models, operations }: Work): Peer {
    const { refused } = this;
    const isOne = models.length === 1;
    let costs: readonly Cost[] | undefined;
    return {
      get name() {
        return isOne ? "official" : `official, a process each, once: ${costs?.length ?? 0} of ${models.length} models`;
      },
      get isComplete() {
        const wanted = models.filter((model) => !refused.has(basename(model)));
        return wanted.length > 0 && costs?.length === wanted.length;
      },
      measure: () => {
        if (isOne || costs === undefined) costs = this.#costs(models, operations);
        return sumOf(costs);
      },
    };
  }

  #costs(models: readonly string[], operations: readonly string[]): readonly Cost[] {
    const end = performance.now() + OFFICIAL_FLEET_SECONDS * 1000;
    return models.flatMap((model) => (performance.now() < end ? (this.#attempt(model, operations) ?? []) : []));
  }

  #attempt(model: string, operations: readonly string[]): Cost | undefined {
    if (this.refused.has(basename(model))) return undefined;
    try {
      return this.#generate(model, operations, OFFICIAL_SECONDS);
    } catch {
      this.refused.add(basename(model));
      return undefined;
    }
  }

  /** Its wall time is as it prints it: that of the generator alone, without the script's preparations. */
  #generate(model: string, operations: readonly string[], seconds: number): Cost {
    const choice = operations.length === 0 ? [] : [operations.join(",")];
    const command = ["timeout", "--kill-after=5", String(seconds), this.#script, model, this.#out, ...choice];
    const { cost, stdout } = run(command);
    return { ...cost, wall: (JSON.parse(stdout) as { readonly wall_s: number }).wall_s };
  }
}
