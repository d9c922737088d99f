import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryPath } from "../../support/paths.ts";

/** `cognito-local`, a server of user pools, in a process and a folder of its own. */
export interface CognitoServer {
  readonly endpoint: string;
  /** The code that it sends to everybody. */
  readonly code: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts the server on a free port of the loopback interface.
 * @throws Error with what it wrote, when it ends before it listens.
 */
export async function startCognito(): Promise<CognitoServer> {
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-cognito-"));
  mkdirSync(join(folder, ".cognito"));
  const config = { ServerConfig: { hostname: "127.0.0.1", port: 0 } };
  writeFileSync(join(folder, ".cognito", "config.json"), JSON.stringify(config));
  const program = repositoryPath("node_modules", "cognito-local", "lib", "bin", "start.js");
  const env = { PATH: process.env["PATH"], CODE: "284613" };
  const child = spawn(process.execPath, [program], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const endpoint = await new Promise<string>((listening, failed) => {
    let written = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        written += text;
        const [, url] = /running on (http:\/\/[\d.]+:\d+)\D/.exec(written) ?? [];
        if (url !== undefined) listening(url);
      });
    }
    child.once("close", () => failed(new Error(`cognito-local ended:\n${written}`)));
  });
  return {
    endpoint,
    code: env.CODE,
    close: async () => {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
