import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { build as esbuild, transform } from "esbuild";
import { rollup } from "rollup";
import { build as vite } from "vite";
import webpack from "webpack";

/** Bundles an ES module of a folder for browsers, minified as far as the bundler does that itself. */
export type Bundler = (folder: string, entry: string) => Promise<string>;

const written = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("js"))
    .map((path) => readFileSync(join(folder, path), "utf8"))
    .join("\n");

/** The bundlers that people use, set up as their documentation says for a browser. */
export const bundlers: Readonly<Record<string, Bundler>> = {
  esbuild: async (folder, entry) => {
    const { outputFiles } = await esbuild({
      ...{ absWorkingDir: folder, entryPoints: [entry], bundle: true, minify: true, write: false, logLevel: "silent" },
      ...{ platform: "browser", format: "esm", target: "es2022" },
    });
    return outputFiles.map(({ text }) => text).join("\n");
  },
  rollup: async (folder, entry) => {
    const warnings: string[] = [];
    const bundle = await rollup({
      input: join(folder, entry),
      plugins: [nodeResolve({ browser: true })],
      onwarn: ({ code = "" }) => warnings.push(code),
    });
    const { output } = await bundle.generate({ format: "es", inlineDynamicImports: true });
    if (warnings.includes("UNRESOLVED_IMPORT")) throw new Error("Rollup found a module of Node.js.");
    const text = output.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("\n");
    // Rollup leaves minifying to others. This one drops nothing that Rollup kept but for white space and long names.
    return (await transform(text, { minify: true, target: "es2022" })).code;
  },
  webpack: async (folder, entry) => {
    const path = join(folder, "webpack");
    const compiler = webpack({
      ...{ mode: "production", context: folder, entry: `./${entry}`, target: ["web", "es2022"] },
      ...{ output: { path, library: { type: "module" } }, experiments: { outputModule: true } },
      performance: false,
    });
    if (compiler === null) throw new Error("webpack refuses its configuration.");
    const run = promisify(compiler.run.bind(compiler));
    const stats = await run();
    if (stats?.hasErrors() === true) throw new Error(stats.toString("errors-only"));
    return written(path);
  },
  vite: async (folder, entry) => {
    const outDir = join(folder, "vite");
    await vite({
      ...{ root: folder, configFile: false, logLevel: "silent" },
      build: {
        ...{ outDir, target: "es2022", minify: true, emptyOutDir: true },
        rolldownOptions: { input: join(folder, entry), preserveEntrySignatures: "strict" },
      },
    });
    return written(outDir);
  },
};

/** Writes a program beside a package's users' other files; its path inside of the folder. */
export const entryFile = (folder: string, name: string, text: string): string => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
  return name;
};
