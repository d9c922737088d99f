import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Metafile } from "esbuild";

/** Bytes of a bundle, minified: as they are, and gzipped file by file. */
export interface Size {
  readonly bytes: number;
  readonly gzipped: number;
}

export interface Bundle {
  /** What is loaded at start: the entry, and whatever its static imports reach. */
  readonly start: Size;
  /** That, and what is loaded on demand. */
  readonly all: Size;
  /** Bytes by module of what is loaded at start, the greatest first: `@smithy/core/dist-es/...`. */
  readonly modules: readonly (readonly [string, number])[];
}

/** Browsers get one file; Node.js gets one for the start and others for what is imported on demand. */
const OPTIONS: Readonly<Record<"browser" | "node", BuildOptions>> = {
  browser: { platform: "browser" },
  node: { platform: "node", splitting: true, mainFields: ["module", "main"] },
};

/** Bundles a program for browsers or for Node.js. */
export const bundle = async (text: string, folder: string, platform: "browser" | "node"): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    ...OPTIONS[platform],
    absWorkingDir: folder,
    stdin: { contents: text, resolveDir: folder },
    outdir: "bundle",
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const { outputs } = metafile;
  const sizes = new Map(
    Object.keys(outputs).map((path): [string, Size] => {
      const contents = outputFiles.find((file) => file.path.replaceAll("\\", "/").endsWith(`/${path}`))?.contents;
      if (contents === undefined) throw new Error(`esbuild gave no ${path}.`);
      return [path, { bytes: contents.length, gzipped: gzipSync(contents, { level: 9 }).length }];
    }),
  );
  const start = loadedAtStart(outputs);
  const modules = start.flatMap((path) => Object.entries(outputs[path]?.inputs ?? {}));
  return {
    start: sum(start.flatMap((path) => sizes.get(path) ?? [])),
    all: sum([...sizes.values()]),
    modules: modules
      .map(([path, { bytesInOutput }]) => [path.replace(/^.*node_modules\//, ""), bytesInOutput] as const)
      .sort(([, a], [, b]) => b - a),
  };
};

/** Chunks that are imported on demand are entry points too: ours is the one from standard input. */
const loadedAtStart = (outputs: Metafile["outputs"]): readonly string[] => {
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === "<stdin>");
  const reached = new Set(entry === undefined ? [] : [entry]);
  for (const path of reached) {
    for (const { kind, path: imported } of outputs[path]?.imports ?? []) {
      if (kind === "import-statement" && outputs[imported] !== undefined) reached.add(imported);
    }
  }
  return [...reached];
};

const sum = (sizes: readonly Size[]): Size => ({
  bytes: sizes.reduce((total, { bytes }) => total + bytes, 0),
  gzipped: sizes.reduce((total, { gzipped }) => total + gzipped, 0),
});
