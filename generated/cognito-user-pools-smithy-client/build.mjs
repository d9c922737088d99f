/**
 * What the compiler doesn't do. `node build.mjs` is the first step of `npm run build`: empty folders for its output, so
 * that nothing of an earlier build is published, and `dist-cjs` marked as CommonJS in a package of ES modules.
 *
 * `node build.mjs join` is the last: the modules of `dist-cjs` become one file for each platform, since it takes Node.js
 * longer to find and open that many files than to run them, and each package that they use is loaded when something of
 * it is first used. `index.mjs` gives the same to programs of ES modules; bundlers take `dist-es`, module by module.
 * Declarations stay as they are.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { posix } from "node:path";

const manifest = {
  type: "commonjs",
  sideEffects: false,
  browser: {
    "./index.js": "./index.browser.js",
  },
  "react-native": {
    "./index.js": "./index.native.js",
  },
};

/** The files of `dist-cjs` that are left, and the modules that stand in for others in each. */
const platforms = {
  "index.js": {},
  "index.browser.js": {
    "./runtimeConfig.js": "./runtimeConfig.browser.js",
    "./support/bytes.js": "./support/bytes.browser.js",
    "./support/clock-skew.js": "./support/clock-skew.browser.js",
    "./support/configured-endpoint.js": "./support/configured-endpoint.browser.js",
    "./support/request-handler.js": "./support/request-handler.browser.js",
    "./support/sha256.js": "./support/sha256.browser.js",
    "./support/stream-collector.js": "./support/stream-collector.browser.js",
  },
  "index.native.js": {
    "./runtimeConfig.js": "./runtimeConfig.native.js",
    "./support/bytes.js": "./support/bytes.browser.js",
    "./support/clock-skew.js": "./support/clock-skew.browser.js",
    "./support/configured-endpoint.js": "./support/configured-endpoint.browser.js",
    "./support/request-handler.js": "./support/request-handler.browser.js",
    "./support/sha256.js": "./support/sha256.browser.js",
    "./support/stream-collector.js": "./support/stream-collector.browser.js",
  },
};

const HEAD = '"use strict";\nconst modules = {\n';

/** Each module is run when it is first asked for. */
const tail = (externals) => `};
${[...externals].map(([name, names], index) => external(name, names, index)).join("")}const externals = {
${[...externals.keys()].map((name, index) => `"${name}": external${index},\n`).join("")}};
const loaded = {};
function load(id) {
  if (!loaded[id]) {
    loaded[id] = { exports: {} };
    modules[id](loaded[id], loaded[id].exports);
  }
  return loaded[id].exports;
}
module.exports = load("./index.js");
`;

/** A package's stand-in: what is read of it loads the package, once. */
const external = (name, names, index) => `let package${index};
const load${index} = () => (package${index} ??= require("${name}"));
const external${index} = {
${[...names].map((each) => `get ${each}() { return load${index}().${each}; },\n`).join("")}};
`;

/**
 * The text of a module with stand-ins for packages of which it reads nothing but names: `const client_1 = require(...)`,
 * and `client_1.Client` wherever that is used.
 *
 * @param externals names that are read of each package, which this adds to
 */
const withStandIns = (text, externals) =>
  text.replace(/^(const|var) (\w+) = require\("([^"./][^"]*)"\);$/gm, (statement, keyword, alias, name) => {
    const [, ...uses] = text.matchAll(new RegExp(`\\b${alias}\\b(?:\\.([A-Za-z_$][\\w$]*))?`, "g"));
    if (uses.some(([, used]) => used === undefined)) return statement;
    if (!externals.has(name)) externals.set(name, new Set());
    for (const [, used] of uses) externals.get(name).add(used);
    return `${keyword} ${alias} = externals["${name}"];`;
  });

/** Comments take as long to read as code. Lines stay where they are, for the source map. */
const withoutComments = (text) =>
  text.replace(/^[ \t]*\/\*\*(?:[^*]|\*(?!\/))*\*\/$/gm, (comment) => comment.replace(/[^\n]+/g, ""));

const join = (entry, standIns, files) => {
  const texts = new Map();
  const externals = new Map();
  const sections = [];
  let joined = HEAD;
  const ids = ["./index.js"];
  for (const id of ids) {
    const folder = posix.dirname(id);
    const compiled = readFileSync(`dist-cjs/${id}`, "utf8").replace(/^\/\/# sourceMappingURL=.*$/m, "");
    const own = withStandIns(withoutComments(compiled), externals);
    const text = own.replace(/\brequire\("(\.\.?\/[^"]+)"\)/g, (required, path) => {
      const sibling = `./${posix.join(folder, path)}`;
      const found = standIns[sibling] ?? sibling;
      if (!files.includes(found)) return required;
      if (!ids.includes(found)) ids.push(found);
      return `load("${found}")`;
    });
    texts.set(id, text);
    joined += `"${id}": (function (module, exports) {\n`;
    const map = JSON.parse(readFileSync(`dist-cjs/${id}.map`, "utf8"));
    map.sources = map.sources.map((source) => posix.join(folder, source));
    sections.push({ offset: { line: joined.split("\n").length - 1, column: 0 }, map });
    joined += `${text}}),\n`;
  }
  const names = [...exportsOf("./index.js", texts)].join(", ");
  const told = `0 && (module.exports = { ${names} });\n`;
  return [
    [`dist-cjs/${entry}`, `${joined}${tail(externals)}${told}//# sourceMappingURL=${entry}.map\n`],
    [`dist-cjs/${entry}.map`, JSON.stringify({ version: 3, file: entry, sections })],
    ...(entry === "index.js"
      ? [["dist-cjs/index.mjs", `import all from "./index.js";\n\nexport const { ${names} } = all;\n`]]
      : []),
  ];
};

/** The names that a module exports, for ES modules that import it: Node.js and others look for them without running it. */
const exportsOf = (id, texts) => {
  const text = texts.get(id);
  const own = text.matchAll(/(?:^Object\.defineProperty\(exports, "|\bexports\.(?=[\w$]+ = ))(?!__esModule)([\w$]+)/gm);
  const others = text.matchAll(/^__exportStar\(load\("([^"]+)"\), exports\)/gm);
  return new Set([...[...own].map(([, name]) => name), ...[...others].flatMap(([, of]) => [...exportsOf(of, texts)])]);
};

if (process.argv[2] === "join") {
  const files = readdirSync("dist-cjs", { recursive: true }).map((path) => `./${path.replaceAll("\\", "/")}`);
  const written = Object.entries(platforms).flatMap(([entry, standIns]) => join(entry, standIns, files));
  for (const file of files) if (/\.js(\.map)?$/.test(file)) rmSync(`dist-cjs/${file}`);
  for (const [file, text] of written) writeFileSync(file, text);
} else {
  for (const folder of ["dist-es", "dist-cjs"]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  }
  writeFileSync("dist-cjs/package.json", `${JSON.stringify(manifest, null, 2)}\n`);
}
