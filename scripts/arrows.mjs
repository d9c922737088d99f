/**
 * Checks which file imports which, by the rules of `.dependency-cruiser.cjs`: `npm run arrows`.
 *
 * dependency-cruiser reads TypeScript through the API of TypeScript, which release 7 doesn't have. So that it finds
 * release 5.9, which is installed under another name, its requests for `typescript` are answered with that.
 */
import Module, { register } from "node:module";

const ALIAS = "typescript-5.9";

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => resolveFilename(request.replace(/^typescript(?=\/|$)/, ALIAS), ...rest);
const hooks = `export const resolve = (specifier, context, next) =>
  next(specifier === "typescript" ? ${JSON.stringify(ALIAS)} : specifier, context);`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

process.argv.splice(2, Infinity, "--config", ".dependency-cruiser.cjs", "codegen", "generated");
await import("../node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
