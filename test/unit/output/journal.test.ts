import { cpSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { checkPackage } from "../../../codegen/output/check.ts";
import { carryOut, isInterrupted, stage, stepsOf, WORK } from "../../../codegen/output/journal.ts";
import { MANIFEST } from "../../../codegen/output/manifest.ts";
import { plan } from "../../../codegen/output/plan.ts";
import { takeBack } from "../../../codegen/output/take-back.ts";
import { emptyFolder, packageOf, put, stamps, tree, write } from "./folder.ts";

const OLD = {
  "a.ts": "a1",
  "b.ts": "b1",
  "folder/c.ts": "c1",
  "gone/deep/d.ts": "d1",
  turned: "file",
  "other/way": "x",
};
const NEW = { "a.ts": "a2", "b.ts": "b1", "folder/e.ts": "e1", "made/deep/f.ts": "f1", "turned/g.ts": "g", other: "y" };

let out = "";
beforeEach(async () => {
  out = join(emptyFolder(), "out");
  await write(out, OLD);
  put(out, "node_modules/x.js", "foreign");
  put(out, "gone/foreign.txt", "foreign");
});

/** As a run that was killed after `count` steps leaves the folder. */
const kill = (count: number): void => {
  const journal = stage(plan(packageOf(out, NEW)));
  for (const step of stepsOf(out, journal).slice(0, count)) step();
};

const stepCount = (): number => {
  const copy = join(emptyFolder(), "out");
  cpSync(out, copy, { recursive: true });
  return stepsOf(copy, stage(plan(packageOf(copy, NEW)))).length;
};

describe("a run killed after each of its steps", () => {
  it("is taken back whole, to inodes and times, once and again", () => {
    const [texts, before] = [tree(out), stamps(out)];
    const steps = stepCount();
    expect(steps).toBeGreaterThan(12);
    for (let count = 0; count <= steps; count++) {
      kill(count);
      takeBack(out);
      expect(tree(out), `${count} steps`).toEqual(texts);
      expect(stamps(out), `${count} steps`).toEqual(before);
      takeBack(out);
      expect(tree(out)).toEqual(texts);
    }
  });

  it("is taken back also where an earlier taking back was killed", () => {
    const texts = tree(out);
    const steps = stepCount();
    for (let count = 0; count <= steps; count++) {
      kill(count);
      const journal = readFileSync(join(out, WORK, "journal.json"));
      const aside = join(emptyFolder(), "work");
      cpSync(join(out, WORK), aside, { recursive: true });
      takeBack(out);
      // The journal still stands, what was to be moved back is back: the moment before the journal goes.
      mkdirSync(join(out, WORK));
      writeFileSync(join(out, WORK, "journal.json"), journal);
      if (count < steps) cpSync(join(aside, "new"), join(out, WORK, "new"), { recursive: true });
      takeBack(out);
      expect(tree(out), `${count} steps`).toEqual(texts);
    }
  });

  it("is said by a check, which writes nothing, and made good by the next run", async () => {
    const steps = stepCount();
    for (const count of [0, 1, Math.floor(steps / 2), steps]) {
      kill(count);
      const before = stamps(out);
      const drift = checkPackage(packageOf(out, NEW));
      expect(drift.isDrift).toBe(true);
      expect(drift.remarks.map(({ code }) => code)).toEqual(["TIN0409"]);
      expect(stamps(out)).toEqual(before);
      await write(out, NEW);
      const { [MANIFEST]: _, ...files } = tree(out);
      expect(files).toEqual({ ...NEW, "gone/foreign.txt": "foreign", "node_modules/x.js": "foreign" });
      await write(out, OLD);
    }
  });

  it("is the new package once all is carried out", () => {
    const journal = stage(plan(packageOf(out, NEW)));
    carryOut(out, journal);
    expect(checkPackage(packageOf(out, NEW)).isDrift).toBe(false);
    expect(isInterrupted(out)).toBe(false);
  });
});

describe("what a killed run leaves", () => {
  it("is swept away where it had changed nothing", async () => {
    const texts = tree(out);
    kill(0);
    renameSync(join(out, WORK, "journal.json"), join(out, WORK, "draft.json"));
    expect(checkPackage(packageOf(out, OLD)).remarks.map(({ code }) => code)).toEqual(["TIN0413"]);
    expect(await write(out, OLD)).toEqual({ written: [], removed: [], unchanged: 7 });
    expect(tree(out)).toEqual(texts);
  });

  it("doesn't undo what someone did since", () => {
    kill(stepCount());
    put(out, "a.ts", "mine");
    put(out, "made/deep/f.ts", "mine");
    takeBack(out);
    expect(tree(out)).toMatchObject({ "a.ts": "mine", "made/deep/f.ts": "mine", "folder/c.ts": "c1" });
  });

  it.each([
    ["isn't JSON", "{"],
    ["has another form", '{ "steps": [{ "kind": "remove" }], "folders": [] }'],
    ["leads outside", '{ "steps": [{ "kind": "create", "path": "../victim", "digest": "" }], "folders": [] }'],
  ])("is refused where its journal %s", async (_, journal) => {
    kill(0);
    writeFileSync(join(out, WORK, "journal.json"), journal);
    await expect(write(out, NEW)).rejects.toMatchObject({ diagnostics: [{ code: "TIN0408" }] });
  });

  it("is refused where it would be moved through a link", async () => {
    kill(stepCount());
    const elsewhere = emptyFolder();
    renameSync(join(out, "folder"), join(out, "moved"));
    symlinkSync(elsewhere, join(out, "folder"));
    await expect(write(out, NEW)).rejects.toMatchObject({ diagnostics: [{ code: "TIN0404" }] });
    expect(tree(elsewhere)).toEqual({});
  });
});

describe("a run that the file system stops half-way", () => {
  it("takes back what it did and reports why", async () => {
    // A folder appears where a file is to go, after the plan was made.
    const before = tree(out);
    const journal = stage(plan(packageOf(out, NEW)));
    mkdirSync(join(out, "made/deep/f.ts"), { recursive: true });
    expect(() => carryOut(out, journal)).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    takeBack(out);
    expect(tree(out)).toEqual({ ...before, "made/deep/f.ts": true });
  });
});
