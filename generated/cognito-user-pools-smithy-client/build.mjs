/**
 * What the compiler doesn't do. `node build.mjs` is the first step of `npm run build`: empty folders for its output, so
 * that nothing of an earlier build is published, and `dist-cjs` marked as CommonJS in a package of ES modules.
 *
 * `node build.mjs join` is the last: the modules of `dist-cjs` become two files for each platform, since it takes Node.js
 * longer to find and open that many files than to run them. Each module is run, and each package that they use loaded,
 * when something of it is first used. `index.mjs` gives the same to programs of ES modules; bundlers take `dist-es`,
 * module by module. Declarations stay as they are.
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
    "./support/defaults-mode.js": "./support/defaults-mode.browser.js",
    "./support/request-handler.js": "./support/request-handler.browser.js",
    "./support/sha256.js": "./support/sha256.browser.js",
    "./support/stream-collector.js": "./support/stream-collector.browser.js",
  },
  "index.native.js": {
    "./runtimeConfig.js": "./runtimeConfig.native.js",
    "./support/bytes.js": "./support/bytes.browser.js",
    "./support/clock-skew.js": "./support/clock-skew.browser.js",
    "./support/configured-endpoint.js": "./support/configured-endpoint.browser.js",
    "./support/defaults-mode.js": "./support/defaults-mode.browser.js",
    "./support/request-handler.js": "./support/request-handler.browser.js",
    "./support/sha256.js": "./support/sha256.browser.js",
    "./support/stream-collector.js": "./support/stream-collector.browser.js",
  },
};

/** What a call that succeeds without a signature seldom needs is in a file of its own, and has stand-ins elsewhere. */
const seldomUsed = [
  "./support/canonical-request.js",
  "./support/collect-web-body.js",
  "./support/discard-body.js",
  "./support/error-table.js",
  "./support/json-error.js",
  "./support/json-numbers.js",
  "./support/request-signer.js",
  "./support/retry-after.js",
  "./support/retry-errors.js",
  "./support/retry-rate-limit.js",
  "./support/wire-log.js",
];
const isSeldomUsed = (id) => /^\.\/models\/(?!index\.|models_)/.test(id) || seldomUsed.includes(id);
/** A function in parentheses is compiled at once, which is quicker than later for what nearly all calls need. */
const isUsedAtOnce = (id) => !isSeldomUsed(id) && !/^\.\/(commands|pagination|waiters)\//.test(id);

/** Each module is run when it is first asked for, and what the package exports is looked up when it is used. */
const tail = (standIns, exported, more) => `};
${[...standIns].map(standIn).join("")}const later = [${[...standIns].map((_, index) => `later${index}`).join(", ")}];
const loaded = {};
let more;
function load(id) {
  if (!loaded[id]) {
    loaded[id] = { exports: {} };
    const run = modules[id] ?? (more ??= require("./${more}")(load, later))[id];
    run(loaded[id], loaded[id].exports);
  }
  return loaded[id].exports;
}
module.exports = {
${[...exported].map(([name, found]) => `get ${name}() { return ${found}; },\n`).join("")}};
Object.defineProperty(module.exports, "__esModule", { value: true });
`;

/** What stands in for the result of `require(...)` or `load(...)`, once somebody reads a name of it. */
const standIn = ([of, names], index) => `let found${index};
const find${index} = () => (found${index} ??= ${of});
const later${index} = {
${[...names].map((each) => `get ${each}() { return find${index}().${each}; },\n`).join("")}};
`;

/**
 * The text of a module in which `const client_1 = require("@smithy/core/client");` is a stand-in, if all that the module
 * reads of it are names, as in `client_1.Client`, and what it requires is a package or seldom used.
 *
 * @param standIns names that are read, by what gives them; this adds to it
 */
const withStandIns = (text, standIns) =>
  text.replace(REQUIRED, (statement, keyword, alias, byDefault, of) => {
    const [, id] = /^load\("(.*)"\)$/.exec(of) ?? [];
    const [, ...uses] = text.matchAll(new RegExp(`\\b${alias}\\b(?:\\.([A-Za-z_$][\\w$]*))?`, "g"));
    if ((id && !isSeldomUsed(id)) || uses.some(([, used]) => used === undefined)) return statement;
    const whole = byDefault ? `{ default: ${of} }` : of;
    standIns.set(whole, new Set([...(standIns.get(whole) ?? []), ...uses.map(([, used]) => used)]));
    return `${keyword} ${alias} = later[${[...standIns.keys()].indexOf(whole)}];`;
  });
const REQUIRED =
  /^(const|var) (\w+) = (__importDefault\()?(require\("(?:node:[^"]+|[^"./][^"]*)"\)|load\("[^"]+"\))\)?;$/gm;

/** Comments take as long to read as code. Lines stay where they are, for the source map. */
const withoutComments = (text) =>
  text.replace(/^[ \t]*\/\*\*(?:[^*]|\*(?!\/))*\*\/$/gm, (comment) => comment.replace(/[^\n]+/g, ""));

/** Text and source map of a file that modules are added to one by one. */
class Joined {
  #text;
  #sections = [];

  constructor(head) {
    this.#text = head;
  }

  add(id, text) {
    const [before, after] = isUsedAtOnce(id) ? ["(", ")"] : ["", ""];
    this.#text += `"${id}": ${before}function (module, exports) {\n`;
    const map = JSON.parse(readFileSync(`dist-cjs/${id}.map`, "utf8"));
    map.sources = map.sources.map((source) => posix.join(posix.dirname(id), source));
    this.#sections.push({ offset: { line: this.#text.split("\n").length - 1, column: 0 }, map });
    this.#text += `${text}}${after},\n`;
  }

  files(name, tail) {
    const map = { version: 3, file: name, sections: this.#sections };
    return [
      [`dist-cjs/${name}`, `${this.#text}${tail}//# sourceMappingURL=${name}.map\n`],
      [`dist-cjs/${name}.map`, JSON.stringify(map)],
    ];
  }
}

const join = (entry, replaced, files) => {
  const texts = new Map();
  const standIns = new Map();
  const main = new Joined('"use strict";\nconst modules = {\n');
  const more = new Joined('"use strict";\nmodule.exports = (load, later) => ({\n');
  const ids = ["./index.js"];
  for (const id of ids) {
    const folder = posix.dirname(id);
    const compiled = readFileSync(`dist-cjs/${id}`, "utf8").replace(/^\/\/# sourceMappingURL=.*$/m, "");
    const own = withoutComments(compiled).replace(/\brequire\("(\.\.?\/[^"]+)"\)/g, (required, path) => {
      const sibling = `./${posix.join(folder, path)}`;
      const found = replaced[sibling] ?? sibling;
      if (!files.includes(found)) return required;
      if (!ids.includes(found)) ids.push(found);
      return `load("${found}")`;
    });
    texts.set(id, withStandIns(own, standIns));
    (isSeldomUsed(id) ? more : main).add(id, texts.get(id));
  }
  const exported = exportsOf("./index.js", texts);
  const names = [...exported.keys()].join(", ");
  const told = `0 && (module.exports = { ${names} });\n`;
  const moreName = entry.replace(/\.js$/, ".more.js");
  return [
    ...main.files(entry, `${tail(standIns, exported, moreName)}${told}`),
    ...more.files(moreName, "});\n"),
    ...(entry === "index.js"
      ? [["dist-cjs/index.mjs", `import all from "./index.js";\n\nexport const { ${names} } = all;\n`]]
      : []),
  ];
};

/**
 * The names that a module exports, each with an expression for what it is. Node.js and others look for the names without
 * running the module.
 */
const exportsOf = (id, texts) => {
  const text = texts.get(id);
  const found = new Map();
  for (const [, name] of text.matchAll(/\bexports\.(?!__esModule\b)([\w$]+)(?= = )/g)) {
    found.set(name, `load("${id}").${name}`);
  }
  const imported = new Map([...text.matchAll(IMPORTED)].map(([, ...names]) => names));
  for (const [, name, alias, of] of text.matchAll(REEXPORTED)) {
    found.set(name, imported.has(alias) ? `${imported.get(alias)}.${of}` : `load("${id}").${name}`);
  }
  for (const [, of] of text.matchAll(/^__exportStar\(load\("([^"]+)"\), exports\)/gm)) {
    for (const [name, expression] of exportsOf(of, texts)) if (!found.has(name)) found.set(name, expression);
  }
  return found;
};
const IMPORTED = /^(?:const|var) (\w+) = (load\(.*\)|later\[.*\]);$/gm;
const REEXPORTED =
  /^Object\.defineProperty\(exports, "([\w$]+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.([\w$]+); \} \}\);$/gm;

if (process.argv[2] === "join") {
  const files = readdirSync("dist-cjs", { recursive: true }).map((path) => `./${path.replaceAll("\\", "/")}`);
  const written = Object.entries(platforms).flatMap(([entry, replaced]) => join(entry, replaced, files));
  for (const file of files) if (/\.js(\.map)?$/.test(file)) rmSync(`dist-cjs/${file}`);
  for (const [file, text] of written) writeFileSync(file, text);
} else {
  for (const folder of ["dist-es", "dist-cjs"]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  }
  writeFileSync("dist-cjs/package.json", `${JSON.stringify(manifest, null, 2)}\n`);
}
