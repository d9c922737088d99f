import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LOCK, lock } from "../../../codegen/output/lock.ts";
import { emptyFolder, put, tree, write } from "./folder.ts";

describe("a lock", () => {
  it("is there while it is held, and gone afterwards", async () => {
    const folder = emptyFolder();
    const free = await lock(folder);
    expect(tree(folder)).toEqual({ [LOCK]: `${process.pid} on ${hostname()}` });
    free();
    expect(tree(folder)).toEqual({});
  });

  it("keeps another run waiting until it is free", async () => {
    const folder = emptyFolder();
    const free = await lock(folder);
    const order: string[] = [];
    const second = lock(folder).then((freeSecond) => {
      order.push("second");
      freeSecond();
    });
    await lock(folder, 1).catch(() => order.push("refused"));
    order.push("free");
    free();
    await second;
    expect(order).toEqual(["refused", "free", "second"]);
  });

  it("of a run that doesn't end is reported with its process", async () => {
    const folder = emptyFolder();
    const child = spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)"]);
    try {
      put(folder, LOCK, `${child.pid} on ${hostname()}`);
      await expect(lock(folder, 1)).rejects.toMatchObject({
        diagnostics: [{ code: "TIN0407", message: expect.stringContaining(`process ${child.pid} on`) }],
      });
    } finally {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
  });

  it("of a process that has ended is taken over, and so is one with this process's own id", async () => {
    const folder = emptyFolder();
    const { pid } = spawnSync(process.execPath, ["-e", "0"]);
    for (const id of [pid, process.pid]) {
      writeFileSync(join(folder, LOCK), `${id} on ${hostname()}`);
      (await lock(folder, 1))();
      expect(tree(folder)).toEqual({});
    }
  });

  it("that nobody signed is taken over in the end", async () => {
    const folder = emptyFolder();
    put(folder, LOCK, "");
    (await lock(folder, 2))();
    expect(tree(folder)).toEqual({});
  });

  it("of another machine is respected", async () => {
    const folder = emptyFolder();
    put(folder, LOCK, "1 on elsewhere");
    await expect(lock(folder, 1)).rejects.toMatchObject({ diagnostics: [{ code: "TIN0407" }] });
  });

  it("left behind is removed by the next run, also where there is nothing to write", async () => {
    const out = join(emptyFolder(), "out");
    await write(out, { a: "a" });
    const before = tree(out);
    put(out, LOCK, `${spawnSync(process.execPath, ["-e", "0"]).pid} on ${hostname()}`);
    await write(out, { a: "a" });
    expect(tree(out)).toEqual(before);
  });
});
