import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { repositoryPath } from "../../support/paths.ts";

const run = promisify(execFile);

/** The scope of what is published here. Everything else comes from the registry that npm is configured with. */
export const SCOPE = "@example";

/** A private registry on loopback: `@example/*` is for those who have signed in. */
export interface Registry {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  readonly token: string;
  /** What a user without a token is answered, for a package of the scope. */
  readonly statusForStrangers: (name: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Starts verdaccio with its storage in a folder. */
export const startRegistry = async (folder: string): Promise<Registry> => {
  const url = `http://127.0.0.1:${await freePort()}/`;
  mkdirSync(folder, { recursive: true });
  const { stdout } = await run("npm", ["config", "get", "registry"], { cwd: folder });
  const config = join(folder, "config.json");
  writeFileSync(config, JSON.stringify(configOf(folder, stdout.trim())));
  const bin = repositoryPath("node_modules", "verdaccio", "bin", "verdaccio");
  const child = spawn(process.execPath, [bin, "--config", config, "--listen", url], { stdio: "ignore", cwd: folder });
  await answering(`${url}-/ping`, () => child.exitCode === null);
  return {
    url,
    token: await signIn(url),
    statusForStrangers: async (name) => (await fetch(`${url}${name.replace("/", "%2f")}`)).status,
    stop: async () => {
      const exit = once(child, "exit");
      child.kill();
      await exit;
    },
  };
};

const configOf = (folder: string, uplink: string): object => ({
  storage: join(folder, "storage"),
  auth: { htpasswd: { file: join(folder, "htpasswd"), max_users: 10 } },
  uplinks: { configured: { url: uplink, timeout: "120s", maxage: "60m", max_fails: 20 } },
  packages: {
    [`${SCOPE}/*`]: { access: "$authenticated", publish: "$authenticated" },
    "**": { access: "$all", proxy: "configured" },
  },
  web: { enable: false },
  log: { type: "stdout", format: "json", level: "error" },
});

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
};

const answering = async (url: string, isAlive: () => boolean): Promise<void> => {
  for (let attempt = 0; attempt < 600 && isAlive(); attempt++) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await setTimeout(100);
  }
  throw new Error("The registry didn't start.");
};

/** What `npm login` does. */
const signIn = async (url: string): Promise<string> => {
  const response = await fetch(`${url}-/user/org.couchdb.user:ci`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "ci", password: "a password for loopback" }),
  });
  const { token } = (await response.json()) as { readonly token: string };
  return token;
};
