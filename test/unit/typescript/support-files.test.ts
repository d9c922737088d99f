import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { moduleInRuntime, packageOf, type Runtime } from "../../../codegen/typescript/runtime.ts";
import { supportFiles } from "../../../codegen/typescript/support-files.ts";
import { SUPPORT_TEXTS } from "../../../codegen/typescript/support-texts.ts";
import { DEPENDENCY_RANGES } from "../../../codegen/typescript/versions.ts";
import { repositoryPath } from "../../support/paths.ts";
import { emissionOfShapes, structure } from "./emission.ts";

const folder = repositoryPath("codegen", "typescript", "support");
const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));

const copied = (support: readonly string[], runtime: Runtime) => {
  const { scope } = emissionOfShapes({ Input: structure({}) }, { runtime });
  scope.packages.clear();
  for (const name of support) scope.support.add(name);
  return { files: supportFiles(scope), packages: [...scope.packages].sort() };
};

/** The statements that import or export from a published package: `{ a, b } from "m"` as `a m`, `b m`. */
const publishedImports = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:import|export) (?:type )?\{([^}]*)\} from "([^".][^"]*)";$/gm)].flatMap(
    ([, items = "", module]) =>
      items.split(",").flatMap((item) =>
        item.trim() === ""
          ? []
          : [
              `${item
                .trim()
                .replace(/^type /, "")
                .replace(/ as .*/, "")} ${module}`,
            ],
      ),
  );

describe("the table of support files", () => {
  it("holds each file of the folder, and no other", () => {
    expect([...SUPPORT_TEXTS.keys()]).toEqual(names.sort());
  });

  it.each(names)("holds %s as it is on disk", (name) => {
    expect(SUPPORT_TEXTS.get(name)).toBe(readFileSync(`${folder}/${name}.ts`, "utf8"));
  });
});

describe("support files that a package uses", () => {
  it("come with those that they use, sorted by path", () => {
    const { files } = copied(["json-rpc"], "smithy-core");
    const paths = files.map(({ path }) => path);
    expect(paths).toContain("src/support/json-rpc.ts");
    expect(paths).toEqual([...new Set(paths)].sort());
    for (const { path, text } of files) {
      for (const [, used] of text.matchAll(/from "\.\/([\w.-]+)\.js"/g)) {
        expect([path, paths]).toEqual([path, expect.arrayContaining([`src/support/${used}.ts`])]);
      }
    }
  });

  it("are copied as they are where the runtime is that of the originals", () => {
    for (const { path, text } of copied(names, "smithy-core").files) {
      expect([path, text]).toEqual([path, SUPPORT_TEXTS.get(path.slice("src/support/".length, -".ts".length))]);
    }
  });

  it("import what other packages have from these, in the older runtime", () => {
    const { files, packages } = copied(names, "smithy-client");
    for (const { path, text } of files) {
      const original = SUPPORT_TEXTS.get(path.slice("src/support/".length, -".ts".length)) ?? "";
      const namesOf = (source: string) => publishedImports(source).map((item) => item.split(" ")[0]);
      expect([path, namesOf(text).sort()]).toEqual([path, namesOf(original).sort()]);
      for (const item of publishedImports(text)) {
        const [name = "", module = ""] = item.split(" ");
        expect([item, moduleInRuntime(module, name, "smithy-client")]).toEqual([item, module]);
        expect(Object.hasOwn(DEPENDENCY_RANGES, packageOf(module)) || module.startsWith("node:")).toBe(true);
      }
    }
    expect(packages).toContain("@smithy/protocol-http");
  });

  it("tell the package what it depends on", () => {
    expect(copied(["endpoint-at"], "smithy-core").packages).toEqual(["@smithy/types"]);
    expect(copied(["credentials"], "smithy-core").packages).toContain("@aws-sdk/credential-provider-node");
  });

  it("are there: another name is a fault in Tinsmith", () => {
    expect(() => copied(["nothing"], "smithy-core")).toThrow('There is no support file "nothing".');
  });
});
