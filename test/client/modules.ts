import { build } from "esbuild";
import { type PackageFiles, packageToRun } from "../support/package-source.ts";

/** The folder of a package with its ES modules where its `package.json` says they are, for bundlers. */
export const withModules = (files: PackageFiles): Promise<string> =>
  // One file more, since the same files alone are a folder that was built in another way.
  packageToRun(new Map([...files, ["modules.txt", "dist-es"]]), async (draft) => {
    await build({
      ...{ absWorkingDir: draft, entryPoints: ["src/**/*.ts"], outbase: "src", outdir: "dist-es", tsconfigRaw: {} },
      ...{ format: "esm", target: "es2022", logLevel: "silent" },
    });
  });
