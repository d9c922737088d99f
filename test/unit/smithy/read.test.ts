import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DiagnosticsError } from "../../../codegen/smithy/diagnostics.ts";
import { readSources } from "../../../codegen/smithy/json-ast/read.ts";
import { complaints } from "./helpers.ts";

const root = mkdtempSync(join(tmpdir(), "tinsmith-read-"));
afterAll(() => rmSync(root, { recursive: true }));
const at = (path: string): string => join(root, path);
const write = (path: string, content: string | Uint8Array): void => {
  mkdirSync(join(at(path), ".."), { recursive: true });
  writeFileSync(at(path), content);
};

write("models/b.json", "b");
write("models/a.json", "a");
write("models/B.json", "B");
write("models/deep/er/c.json", "c");
write("models/readme.md", "no model");
write("models/beside.smithy", "namespace ns");
write("idl/model.smithy", "namespace ns");
write("empty/readme.md", "no model");
write("latin.json", Uint8Array.of(0x22, 0xe9, 0x22));
write("marked.json", "\uFEFF{}");
symlinkSync(at("nowhere.json"), at("dangling.json"));
write("linked/a.json", "a");
write("linked/broken/a.json", "a");
symlinkSync("nowhere", at("linked/lock"));
symlinkSync("nowhere", at("linked/broken/b.json"));

const shown = (paths: readonly string[]) =>
  readSources(paths).map(({ file, text }) => [file.replace(`${root.replaceAll("\\", "/")}/`, ""), text]);
const faults = (...paths: readonly string[]) =>
  complaints(() => readSources(paths.map(at))).map((line) => line.replace(`${root.replaceAll("\\", "/")}/`, ""));

describe("readSources", () => {
  it("reads files, and folders at any depth, sorted by code units", () => {
    expect(shown([at("marked.json"), at("models")])).toEqual([
      ["marked.json", "\uFEFF{}"],
      ["models/B.json", "B"],
      ["models/a.json", "a"],
      ["models/b.json", "b"],
      ["models/deep/er/c.json", "c"],
    ]);
  });

  it("reads a file once, however often and in whatever way it is named", () => {
    symlinkSync(at("models/a.json"), at("linked.json"));
    expect(shown([at("models/a.json"), at("models/../models/a.json"), at("linked.json"), at("models")])).toHaveLength(
      4,
    );
  });

  it("names a link that leads nowhere where it stands for a model, and minds no other", () => {
    expect(faults("linked")).toEqual([expect.stringMatching(/^linked\/broken\/b\.json error TIN0007: /)]);
    rmSync(at("linked/broken/b.json"));
    expect(shown([at("linked")])).toEqual([
      ["linked/a.json", "a"],
      ["linked/broken/a.json", "a"],
    ]);
  });

  it("names every path that can't be used, in one run", () => {
    expect(faults("missing.json", "empty", "idl", "models", "dangling.json", "latin.json")).toEqual([
      "dangling.json error TIN0007: This can't be read: there is no such file or folder.",
      "empty error TIN0008: There is no model in this folder.",
      "idl/model.smithy error TIN0006: This is a model in the Smithy IDL, which can't be read yet.",
      "latin.json error TIN0007: This can't be read: it is not UTF-8 text.",
      "missing.json error TIN0007: This can't be read: there is no such file or folder.",
    ]);
    expect(complaints(() => readSources([]))).toEqual(["error TIN0009: No model is given."]);
  });

  it("says how to make JSON of a model in the IDL", () => {
    try {
      readSources([at("idl/model.smithy")]);
      expect.unreachable();
    } catch (error) {
      const found = error instanceof DiagnosticsError ? error.diagnostics.map(({ code, help }) => [code, help]) : error;
      expect(found).toEqual([
        ["TIN0006", "Make JSON of it with the official command: smithy ast model.smithy > model.json"],
      ]);
    }
  });
});
