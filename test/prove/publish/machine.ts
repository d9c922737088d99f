import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { repositoryPath } from "../../support/paths.ts";
import { type Registry, SCOPE, startRegistry } from "./registry.ts";

/** What a command came to. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Somebody's machine: a home of its own, signed in to a private registry, with empty caches. */
export class Machine {
  readonly registry: Registry;
  readonly folder: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(folder: string, registry: Registry) {
    this.folder = folder;
    this.registry = registry;
    this.#env = this.#environment();
  }

  static async start(): Promise<Machine> {
    // Outside of the repository, so that nothing is found in its `node_modules`.
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "tinsmith-prove-")));
    return new Machine(folder, await startRegistry(join(folder, "registry")));
  }

  async stop(): Promise<void> {
    await this.registry.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** An empty folder of that name. */
  empty(name: string): string {
    const folder = join(this.folder, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** Runs a command in a folder. @throws Error with all that it printed, where its exit code isn't the one expected */
  async run(
    folder: string,
    [program = "", ...args]: readonly string[],
    { code: expected = 0, env = {} }: { readonly code?: number; readonly env?: NodeJS.ProcessEnv } = {},
  ): Promise<Ran> {
    const options = { cwd: folder, env: { ...this.#env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    const ran = await new Promise<Ran>((done) => {
      execFile(program, args, options, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
        done({ code, stdout, stderr });
      });
    });
    if (ran.code === expected) return ran;
    throw new Error(`${program} ${args.join(" ")} ended with ${ran.code}:\n${ran.stdout}\n${ran.stderr}`);
  }

  /** The user's own configuration of npm, pnpm and yarn; nothing of this machine's is left. */
  #environment(): NodeJS.ProcessEnv {
    const { url, token } = this.registry;
    const home = this.empty("home");
    const host = url.replace("http:", "");
    const npmrc = [
      `registry=${url}`,
      `${SCOPE}:registry=${url}`,
      `${host}:_authToken=${token}`,
      "audit=false",
      "fund=false",
      "update-notifier=false",
    ];
    writeFileSync(join(home, ".npmrc"), `${npmrc.join("\n")}\n`);
    const yarnrc = [`npmRegistryServer: "${url}"`, `npmAuthToken: "${token}"`, 'unsafeHttpWhitelist: ["127.0.0.1"]'];
    writeFileSync(
      join(home, ".yarnrc.yml"),
      `${[...yarnrc, "enableTelemetry: false", "npmMinimalAgeGate: 0"].join("\n")}\n`,
    );
    const foreign = /^(?:npm_|NPM_|YARN_|AWS_|VITEST|NODE_ENV|NODE_OPTIONS|CI$|NODE_PATH|XDG_|PNPM_)/;
    const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name) && !/_proxy$/i.test(name));
    return {
      ...Object.fromEntries(kept),
      HOME: home,
      npm_config_userconfig: join(home, ".npmrc"),
      npm_config_cache: join(home, "npm-cache"),
      NPM_TOKEN: token,
      YARN_CACHE_FOLDER: join(home, "yarn-cache"),
      YARN_GLOBAL_FOLDER: join(home, "yarn-global"),
      AWS_CONFIG_FILE: join(home, "aws-config"),
      AWS_SHARED_CREDENTIALS_FILE: join(home, "aws-credentials"),
      AWS_EC2_METADATA_DISABLED: "true",
    };
  }
}

/** Writes files into a folder: path to text. */
export const write = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

const script = (...path: readonly string[]): readonly string[] => [
  process.execPath,
  repositoryPath("node_modules", ...path),
];

/** The package managers, by the command that each is. */
export const managers = {
  npm: ["npm"],
  pnpm: script("pnpm", "bin", "pnpm.cjs"),
  "yarn 1": script("yarn", "bin", "yarn.js"),
  "yarn 4": script("@yarnpkg", "cli-dist", "bin", "yarn.js"),
} as const;
