import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { WORK } from "../../../codegen/output/journal.ts";
import { repositoryPath } from "../../support/paths.ts";
import { emptyFolder, put, tree } from "../../unit/output/folder.ts";

const ROUNDS = Number(process.env["KILLS"] ?? 50);

const folder = emptyFolder();
const command = join(folder, "tinsmith", "dist", "main.js");
const work = join(folder, "work");
const out = join(work, "sdk");

/** The command as it is published, beside its `package.json`. */
beforeAll(async () => {
  mkdirSync(work);
  mkdirSync(join(folder, "tinsmith"));
  cpSync(repositoryPath("package.json"), join(folder, "tinsmith", "package.json"));
  const child = spawn(process.execPath, [repositoryPath("build.mjs"), join(folder, "tinsmith", "dist")]);
  expect((await once(child, "exit"))[0]).toBe(0);
});

const MODEL = repositoryPath("model", "cognito-user-pools.json");

/** Two packages of one model: most files differ, some are in one of them alone. */
const packages = {
  old: [
    "--operations",
    "ForgotPassword,AdminResetUserPassword",
    "--runtime",
    "smithy-client",
    "--package-version",
    "1.0.0",
  ],
  new: [
    "--operations",
    "ForgotPassword,ResendConfirmationCode",
    "--runtime",
    "smithy-core",
    "--package-version",
    "2.0.0",
  ],
} as const;

const start = (which: keyof typeof packages, ...more: readonly string[]) =>
  spawn(process.execPath, [command, "generate", MODEL, "--out", "sdk", ...packages[which], ...more], {
    ...{ cwd: work, stdio: "ignore" },
  });

const finish = async (which: keyof typeof packages, ...more: readonly string[]): Promise<number> =>
  (await once(start(which, ...more), "exit"))[0];

const own = (): object =>
  Object.fromEntries(Object.entries(tree(out)).filter(([path]) => !/^\.tinsmith(?:-work|\.lock)/.test(path)));

describe(`the command, killed with SIGKILL at ${ROUNDS} random moments of a run over a package`, () => {
  it("leaves the old package, the new one, or one that a check calls interrupted; the next run makes it good", async () => {
    const whole: Record<string, object> = {};
    for (const which of ["new", "old"] as const) {
      rmSync(out, { recursive: true, force: true });
      expect(await finish(which)).toBe(0);
      put(out, "node_modules/x.js", "foreign");
      whole[which] = tree(out);
    }
    const began = performance.now();
    expect(await finish("new")).toBe(0);
    const duration = performance.now() - began;
    const tally = { old: 0, new: 0, interrupted: 0 };
    for (const [round, part] of fc.sample(fc.integer({ min: 0, max: 1000 }), ROUNDS).entries()) {
      expect(await finish("old")).toBe(0);
      const child = start("new");
      const exit = once(child, "exit");
      // Two in three come once something shows on disk: writing takes but a small part of a run.
      if (round % 3 === 0) await Promise.race([setTimeout((duration * part) / 1000), exit]);
      else await shown(round % 3 === 1 ? ".tinsmith.lock" : join(WORK, "journal.json"), exit, (part % 50) * 4);
      child.kill("SIGKILL");
      await exit;
      const isInterrupted = existsSync(join(out, WORK, "journal.json"));
      const code = await finish("new", "--check");
      if (isInterrupted) expect(code).toBe(1);
      else expect(own(), `round ${round}`).toEqual(code === 0 ? whole["new"] : whole["old"]);
      tally[isInterrupted ? "interrupted" : code === 0 ? "new" : "old"]++;
      expect(await finish("new")).toBe(0);
      expect(tree(out), `round ${round}`).toEqual(whole["new"]);
      expect(Object.keys(tree(work)).filter((path) => !path.startsWith("sdk/"))).toEqual([]);
    }
    process.stdout.write(`Killed ${ROUNDS} times: ${JSON.stringify(tally)}\n`);
  }, 1_800_000);
});

/** Waits until a file is in the package's folder, and then for a while that is counted in looks. */
const shown = async (path: string, exit: Promise<unknown>, looks: number): Promise<void> => {
  let isOver = false;
  exit.then(() => {
    isOver = true;
  });
  while (!isOver && !existsSync(join(out, path))) await setTimeout(0);
  for (let look = 0; look < looks; look++) existsSync(join(out, path));
};
