/**
 * Makes `dist/`: the command `tinsmith` as one small program and the parts that it loads on demand, with all libraries
 * and templates in it, so that it runs with nothing else installed; and the licences of those libraries. `node build.mjs
 * DIR` makes it elsewhere. The command reads its version from the `package.json` beside that folder.
 */
import { chmod, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { templatesForEsbuild } from "./codegen/typescript/templates.build.mjs";

const ROOT = fileURLToPath(new URL(".", import.meta.url));
const DIST = resolve(ROOT, process.argv[2] ?? "dist");

/** The folders of the packages whose code is in a bundle: `node_modules/handlebars`. */
const packagesIn = (/** @type {import("esbuild").Metafile} */ metafile) => {
  const found = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([file]) => /.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? []),
  );
  return [...new Set(found)].sort();
};

const noticeOf = async (/** @type {string} */ path) => {
  const folder = join(ROOT, path);
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|notice)/i.test(file)).sort();
  if (files.length === 0) throw new Error(`${name} has no licence file; dist/ can't be published with it.`);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return [`${name} ${version} (${license})`, ...texts.map((text) => text.trim())].join("\n\n");
};

await rm(DIST, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: ROOT,
  entryPoints: ["codegen/main.ts"],
  outdir: DIST,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // The form of a library that can be cut down to what is used, where it has one.
  mainFields: ["module", "main"],
  // Half the text takes half the time to load. Names stay, for the stack traces of fault reports.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  plugins: [templatesForEsbuild()],
  // Libraries in CommonJS call `require` for modules of Node.js, which an ES module has to be given.
  banner: {
    js: 'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);',
  },
});

const notices = await Promise.all(packagesIn(metafile).map(noticeOf));
const intro = "Tinsmith holds code of these packages, under their licences.";
await writeFile(join(DIST, "THIRD-PARTY-NOTICES.txt"), `${[intro, ...notices].join(`\n\n${"-".repeat(80)}\n\n`)}\n`);
await chmod(join(DIST, "main.js"), 0o755);
