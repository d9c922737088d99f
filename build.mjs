/**
 * Makes `dist/`: the command `tinsmith` as one small program and the parts that it loads on demand, with all libraries
 * and templates in it, so that it runs with nothing else installed; and the licences of those libraries. `node build.mjs
 * DIR` makes it elsewhere. The command reads its version from the `package.json` beside that folder.
 *
 * The parts are CommonJS, which Node.js 20 starts and loads faster than ES modules, and in which a library can be left
 * until it is used. esbuild splits ES modules alone, so the parts are made as such and rewritten one by one.
 */
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { templatesForEsbuild } from "./codegen/typescript/templates.build.mjs";

const ROOT = fileURLToPath(new URL(".", import.meta.url));
const DIST = resolve(ROOT, process.argv[2] ?? "dist");

/** Libraries that most runs don't need: each is a file of its own, read when something of it is first used. */
const ON_DEMAND = ["htmlparser2", "jsonc-parser"];

/** @satisfies {import("esbuild").CommonOptions} */
const FORM = {
  platform: "node",
  target: "node20",
  // Half the text takes half the time to load. Names stay, for the stack traces of fault reports.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  logLevel: "warning",
};

/** @satisfies {import("esbuild").BuildOptions} */
const BUNDLE = {
  ...FORM,
  absWorkingDir: ROOT,
  outdir: DIST,
  bundle: true,
  write: false,
  metafile: true,
  // The form of a library that can be cut down to what is used, where it has one.
  mainFields: ["module", "main"],
};

/**
 * commander can start other programs, which Tinsmith has none of: Node.js would take longer to load that part of itself
 * than all of commander.
 *
 * @type {import("esbuild").Plugin}
 */
const withoutPrograms = {
  name: "without-programs",
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, () => ({ path: "child_process", namespace: "empty" }));
    build.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "module.exports = {};" }));
  },
};

const IMPORT = /(?<=^|;)import(?:\{([^{}]*)\}from)?"([^"]+)";/gm;
const EXPORTS = /(?<=^|;)export\{([^{}]*)\};\s*$/m;

/** `a as b,c` of an import as `a:b,c`, or of an export, where what is first is the local name, as `b:a,c`. */
const properties = (/** @type {string} */ names, /** @type {"import" | "export"} */ of) =>
  names.replace(/([\w$]+) as ([\w$]+)/g, of === "import" ? "$1:$2" : "$2:$1");

/**
 * The imports and exports that esbuild writes between parts as objects of plain properties, and what is imported as local
 * variables. That holds since no part sets again what it exports, and no two import each other. esbuild itself writes a
 * getter for each name, asked through another one at each use, which took more time than any function of ours.
 */
const withPlainExports = (/** @type {string} */ module) =>
  module
    .replace(IMPORT, (whole, /** @type {string | undefined} */ names, /** @type {string} */ from) => {
      if (ON_DEMAND.includes(from)) return whole;
      const loaded = `require(${JSON.stringify(from)});`;
      return names === undefined ? loaded : `var{${properties(names, "import")}}=${loaded}`;
    })
    .replace(EXPORTS, (_, /** @type {string} */ names) => `module.exports={${properties(names, "export")}};`);

/** An ES module as CommonJS. */
const commonJs = async (/** @type {string} */ module) => {
  const hasUrl = module.includes("import.meta.url");
  const { code } = await transform(withPlainExports(module), {
    ...FORM,
    format: "cjs",
    supported: { "dynamic-import": false },
    define: { "import.meta.url": "URL_HERE" },
    banner: hasUrl ? 'const URL_HERE = require("node:url").pathToFileURL(__filename).href;' : "",
    // A part that loads a library on demand is half an ES module still.
    logOverride: { "commonjs-variable-in-esm": "silent" },
  });
  const name = (/** @type {string} */ library) => `require(${JSON.stringify(library)})`;
  return ON_DEMAND.reduce(
    (text, library) =>
      text.replaceAll(name(library), `new Proxy({}, { get: (_, key) => ${name(`./${library}.js`)}[key] })`),
    code,
  );
};

/** The folders of the packages whose code is in a bundle: `node_modules/handlebars`. */
const packagesIn = (/** @type {import("esbuild").Metafile} */ { outputs }) =>
  Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([file]) => /.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? []),
  );

const noticeOf = async (/** @type {string} */ path) => {
  const folder = join(ROOT, path);
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|notice)/i.test(file)).sort();
  if (files.length === 0) throw new Error(`${name} has no licence file; dist/ can't be published with it.`);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return [`${name} ${version} (${license})`, ...texts.map((text) => text.trim())].join("\n\n");
};

const program = await build({
  ...BUNDLE,
  entryPoints: ["codegen/main.ts"],
  splitting: true,
  format: "esm",
  external: ON_DEMAND,
  plugins: [templatesForEsbuild(), withoutPrograms],
});
const libraries = await build({
  ...BUNDLE,
  entryPoints: ON_DEMAND.map((library) => ({ in: library, out: library })),
  format: "cjs",
});

await rm(DIST, { recursive: true, force: true });
await mkdir(DIST, { recursive: true });
for (const { path, text } of program.outputFiles) await writeFile(path, await commonJs(text));
for (const { path, text } of libraries.outputFiles) await writeFile(path, text);
await writeFile(join(DIST, "package.json"), '{ "type": "commonjs" }\n');

const packages = [program, libraries].flatMap(({ metafile }) => packagesIn(metafile));
const notices = await Promise.all([...new Set(packages)].sort().map(noticeOf));
const intro = "Tinsmith holds code of these packages, under their licences.";
await writeFile(join(DIST, "THIRD-PARTY-NOTICES.txt"), `${[intro, ...notices].join(`\n\n${"-".repeat(80)}\n\n`)}\n`);
await chmod(join(DIST, "main.js"), 0o755);
