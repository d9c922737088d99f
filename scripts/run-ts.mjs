/**
 * Runs a TypeScript file: `node scripts/run-ts.mjs FILE.ts [ARGUMENT...]`.
 *
 * Node.js 20 can't strip types, so the file is bundled with its relative imports (packages stay outside) into the cache
 * folder of `node_modules`, from where packages resolve as usual, and imported. `process.argv.slice(2)` holds the
 * arguments, as if the file had been started by itself.
 */
import { mkdir } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("Usage: node scripts/run-ts.mjs FILE.ts [ARGUMENT...]\n");
  process.exit(2);
}

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = resolve(root, "node_modules/.cache/tinsmith-scripts");
const outfile = resolve(folder, `${basename(file, ".ts")}.${process.pid}.mjs`);
await mkdir(folder, { recursive: true });
await build({
  entryPoints: [resolve(file)],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  logLevel: "error",
});
process.argv = [process.argv[0] ?? "node", outfile, ...args];
await import(pathToFileURL(outfile).href);
