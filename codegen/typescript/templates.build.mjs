import { readFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";

/**
 * What a bundler has to know about the two kinds of files of the TypeScript back end that aren't JavaScript:
 *
 * - `import template from "./command.hbs"` gives a precompiled template, for `render` of `templates.ts`;
 * - `import text from "./support/json.ts?text"` gives a file's text, byte for byte.
 *
 * `templates()` teaches it to Vite (and so to vitest), `templatesForEsbuild()` to esbuild.
 */

const HERE = dirname(fileURLToPath(import.meta.url));
const HELPERS = new Set(["each", "if", "unless"]);
const TEXT = /\?text$/;

/**
 * The name under which a partial is known at run time: its path from this folder. In a template a partial is named by
 * its path from the template, without the extension: `{{> example}}`, `{{> ../parts/header}}`.
 *
 * @param {string} file @param {string} partial
 */
const partialFile = (file, partial) => resolve(dirname(file), `${partial}.hbs`);

/** @param {string} file */
const partialName = (file) => relative(HERE, file).split(sep).join("/");

/**
 * Holds a template to what templates may say here, marks each name in it as one that must be in the view (Handlebars
 * does so for `{{name}}` but not for `{{#if name}}`) and collects its partials.
 */
class Check extends Handlebars.Visitor {
  /** @type {Set<string>} files of the partials used */
  partials = new Set();

  /** @param {string} file */
  constructor(file) {
    super();
    this.file = file;
  }

  /** @param {hbs.AST.Node} node @param {string} message @returns {never} */
  refuse(node, message) {
    const { line, column } = node.loc.start;
    throw new Error(`${this.file}:${line}:${column + 1} ${message}`);
  }

  /** @param {hbs.AST.MustacheStatement} mustache */
  MustacheStatement(mustache) {
    if (mustache.params.length > 0 || mustache.hash)
      this.refuse(mustache, "A template calls no helper: make it a field.");
    super.MustacheStatement(mustache);
  }

  /** @param {hbs.AST.BlockStatement} block */
  BlockStatement(block) {
    const helper = String(block.path.original);
    if (!HELPERS.has(helper)) this.refuse(block, `Blocks are each, if and unless, not "${helper}".`);
    this.acceptArray(block.params);
    this.acceptKey(block, "program");
    this.acceptKey(block, "inverse");
  }

  /** @param {hbs.AST.PartialStatement} partial */
  PartialStatement(partial) {
    const { name } = partial;
    if (name.type !== "PathExpression") this.refuse(partial, "A partial is named, not computed.");
    const file = partialFile(this.file, String(name.original));
    this.partials.add(file);
    name.original = partialName(file);
    this.acceptArray(partial.params);
    this.acceptKey(partial, "hash");
  }

  /** @param {hbs.AST.Node} node */
  PartialBlockStatement(node) {
    this.refuse(node, "Partials take no block.");
  }

  /** @param {hbs.AST.Node} node */
  Decorator(node) {
    this.refuse(node, "Templates have no decorators.");
  }

  /** @param {hbs.AST.Node} node */
  DecoratorBlock(node) {
    this.refuse(node, "Templates have no decorators.");
  }

  /** @param {hbs.AST.Node} node */
  SubExpression(node) {
    this.refuse(node, "A template calls no helper: make it a field.");
  }

  /** @param {hbs.AST.PathExpression & { strict?: boolean }} path */
  PathExpression(path) {
    path.strict = true;
  }
}

/** Takes away where the parts of a template stand. */
class Unplaced extends Handlebars.Visitor {
  /** @param {hbs.AST.Node & { loc?: unknown }} node */
  accept(node) {
    if (node?.loc !== undefined) node.loc = undefined;
    return super.accept(node);
  }
}

/**
 * The JavaScript module that stands for a template: `export default { name, spec, partials }`. `partials` is a function, so
 * that templates may include each other.
 *
 * @param {string} text @param {string} file
 */
export const compileTemplate = (text, file) => {
  const ast = Handlebars.parse(text);
  const check = new Check(file);
  check.accept(ast);
  // Where each name stands would be most of the code. The name is told, and the template's.
  new Unplaced().accept(ast);
  const spec = Handlebars.precompile(ast, {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
  });
  const partials = [...check.partials].sort((a, b) => (a < b ? -1 : 1));
  const specifier = (/** @type {string} */ path) => {
    const from = relative(dirname(file), path).split(sep).join("/");
    return JSON.stringify(from.startsWith(".") ? from : `./${from}`);
  };
  return [
    ...partials.map((path, index) => `import partial${index} from ${specifier(path)};`),
    `export default {`,
    `  name: ${JSON.stringify(partialName(file))},`,
    `  spec: ${spec},`,
    `  partials: () => ({`,
    ...partials.map((path, index) => `    ${JSON.stringify(partialName(path))}: partial${index},`),
    `  }),`,
    `};`,
    "",
  ].join("\n");
};

/** @returns {import("vitest/config").Plugin} */
export const templates = () => ({
  name: "tinsmith-templates",
  enforce: "pre",
  resolveId(source, importer) {
    if (!TEXT.test(source) || importer === undefined) return undefined;
    return `\0text:${resolve(dirname(importer), source)}`;
  },
  async load(id) {
    if (id.startsWith("\0text:")) {
      const file = id.slice("\0text:".length).replace(TEXT, "");
      this.addWatchFile(file);
      return `export default ${JSON.stringify(await readFile(file, "utf8"))};`;
    }
    if (id.endsWith(".hbs")) return { code: compileTemplate(await readFile(id, "utf8"), id), map: null };
    return undefined;
  },
});

/** @returns {import("esbuild").Plugin} */
export const templatesForEsbuild = () => ({
  name: "tinsmith-templates",
  setup(build) {
    build.onLoad({ filter: /\.hbs$/ }, async ({ path }) => ({
      contents: compileTemplate(await readFile(path, "utf8"), path),
      loader: "js",
    }));
    build.onResolve({ filter: TEXT }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(TEXT, "")),
      namespace: "text",
    }));
    build.onLoad({ filter: /.*/, namespace: "text" }, async ({ path }) => ({
      contents: await readFile(path, "utf8"),
      loader: "text",
    }));
  },
});
