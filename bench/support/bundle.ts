import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import commonjs from "@rollup/plugin-commonjs";
import json from "@rollup/plugin-json";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { type BuildOptions, build, type Metafile, transform } from "esbuild";
import { type RollupOutput, rollup } from "rollup";

export type Platform = "browser" | "node";

/** Bytes of a bundle, minified: as they are, and gzipped file by file. */
export interface Size {
  readonly bytes: number;
  readonly gzipped: number;
}

/** One file of a bundle. */
export interface Chunk {
  /** Inside of the bundle's folder. */
  readonly path: string;
  readonly text: string;
  /** Whether it is loaded at start: the entry, or what its static imports reach. */
  readonly atStart: boolean;
  /** Bytes by module, as the bundler tells them: `@smithy/core/dist-es/...`. */
  readonly modules: readonly (readonly [string, number])[];
}

/** A program and all it imports; the first file is the entry. Node.js gets others for what is imported on demand. */
export type Bundle = readonly Chunk[];

export const bundlers = { esbuild: withEsbuild, rollup: withRollup } as const;

const ENTRY = "entry.mjs";

// Their types are those of their CommonJS form; imported, they are functions.
const [commonjsPlugin, jsonPlugin] = [
  commonjs as unknown as typeof commonjs.default,
  json as unknown as typeof json.default,
];

/** What its files take together. */
export const sizeOf = (chunks: readonly Chunk[]): Size => ({
  bytes: chunks.reduce((total, { text }) => total + Buffer.byteLength(text), 0),
  gzipped: chunks.reduce((total, { text }) => total + gzipSync(text, { level: 9 }).length, 0),
});

/** Writes a program to be bundled, from where its imports resolve, for as long as `use` takes. */
const withFile = async <T>(text: string, folder: string, use: (file: string) => Promise<T>): Promise<T> => {
  const file = join(folder, `program-${randomUUID()}.mjs`);
  writeFileSync(file, text);
  try {
    return await use(file);
  } finally {
    rmSync(file);
  }
};

const ESBUILD_OPTIONS: Readonly<Record<Platform, BuildOptions>> = {
  browser: { platform: "browser" },
  node: { platform: "node", splitting: true, mainFields: ["module", "main"] },
};

/** Bundles a program with esbuild, as its documentation says for the platform. */
async function withEsbuild(text: string, folder: string, platform: Platform): Promise<Bundle> {
  return withFile(text, folder, async (file) => {
    const { outputFiles, metafile } = await build({
      ...ESBUILD_OPTIONS[platform],
      absWorkingDir: folder,
      entryPoints: { entry: file },
      outdir: "bundle",
      outExtension: { ".js": ".mjs" },
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      write: false,
      metafile: true,
      logLevel: "error",
    });
    const start = reachedFrom(`bundle/${ENTRY}`, metafile.outputs);
    const chunks = outputFiles.map(({ path, text: code }): Chunk => {
      const name = path.slice(join(folder, "bundle").length + 1).replaceAll("\\", "/");
      const inputs = Object.entries(metafile.outputs[`bundle/${name}`]?.inputs ?? {});
      const modules = inputs.map(([module, { bytesInOutput }]) => [shortName(module), bytesInOutput] as const);
      return { path: name, text: code, atStart: start.has(`bundle/${name}`), modules };
    });
    return entryFirst(chunks);
  });
}

const reachedFrom = (entry: string, outputs: Metafile["outputs"]): ReadonlySet<string> => {
  const reached = new Set([entry]);
  for (const path of reached) {
    for (const { kind, path: imported } of outputs[path]?.imports ?? []) {
      if (kind === "import-statement" && outputs[imported] !== undefined) reached.add(imported);
    }
  }
  return reached;
};

/** Bundles a program with Rollup and the plugins that it needs for packages; esbuild minifies what it gives. */
async function withRollup(text: string, folder: string, platform: Platform): Promise<Bundle> {
  const { output } = await withFile(text, folder, async (file): Promise<RollupOutput> => {
    const resolve = platform === "browser" ? { browser: true } : { preferBuiltins: true, exportConditions: ["node"] };
    const made = await rollup({
      input: { entry: file },
      plugins: [nodeResolve(resolve), commonjsPlugin(), jsonPlugin()],
      logLevel: "silent",
    });
    return made.generate({
      format: "es",
      entryFileNames: "[name].mjs",
      chunkFileNames: "[name]-[hash].mjs",
      inlineDynamicImports: platform === "browser",
    });
  });
  const files = output.filter((each) => each.type === "chunk");
  const start = new Set([ENTRY]);
  for (const path of start) {
    const imported = files.find(({ fileName }) => fileName === path)?.imports ?? [];
    for (const each of imported) if (files.some(({ fileName }) => fileName === each)) start.add(each);
  }
  const chunks = files.map(async ({ fileName, code, modules }): Promise<Chunk> => {
    const { code: small } = await transform(code, { minify: true, target: "es2022" });
    const sizes = Object.entries(modules).map(([id, { renderedLength }]) => [shortName(id), renderedLength] as const);
    return { path: fileName, text: small, atStart: start.has(fileName), modules: sizes };
  });
  return entryFirst(await Promise.all(chunks));
}

const shortName = (path: string): string => path.replace(/^.*node_modules\//, "");

const entryFirst = (chunks: readonly Chunk[]): Bundle =>
  [...chunks].sort((a, b) => Number(b.path === ENTRY) - Number(a.path === ENTRY));

/** Writes a bundle's files into a folder, emptied before. Gives the entry's path. */
export const writeBundle = (bundle: Bundle, folder: string): string => {
  rmSync(folder, { recursive: true, force: true });
  for (const { path, text } of bundle) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return join(folder, ENTRY);
};
