/**
 * The arrows of the design: `smithy <- ir <- typescript <- generate <- main`, `output` beside them; `generated/` stands
 * alone. `npm run arrows` checks them.
 */

const LIBRARY = "^node_modules/";
const inside = (...folders) => folders.map((folder) => `^codegen/${folder}`);

/** Files of `from` import files of `to` (and of themselves), and nothing else of this repository. */
const onlyReaches = (name, comment, from, to) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { pathNot: [...from, ...to, LIBRARY], dependencyTypesNot: ["core", "npm", "npm-dev", "npm-no-pkg", "unknown"] },
});

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Imports that exist at run time go round in no circle.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    onlyReaches("smithy", "A Smithy model in memory knows nothing of what is made of it.", inside("smithy/"), []),
    onlyReaches("options", "What can be said about a package.", inside("options\\.ts$"), inside("smithy/")),
    onlyReaches("ir", "What a service is, free of any output language.", inside("ir/"), inside("smithy/")),
    onlyReaches(
      "output",
      "Writing files knows nothing of how they are made.",
      inside("output/"),
      inside("smithy/(?:diagnostics|json)\\.ts$"),
    ),
    onlyReaches(
      "typescript",
      "The back end sees what a service is, not how that was found out.",
      inside("typescript/"),
      inside("ir/", "smithy/", "options\\.ts$", "output/file\\.ts$"),
    ),
    onlyReaches(
      "generate",
      "The pipeline doesn't know the command line.",
      inside("generate\\.ts$"),
      inside("smithy/", "ir/", "typescript/", "options\\.ts$", "output/file\\.ts$"),
    ),
    {
      name: "main-is-the-top",
      comment: "Nothing imports the command line but itself.",
      severity: "error",
      from: { pathNot: inside("main\\.ts$", "cli/", "config(?:-keys)?\\.ts$") },
      to: { path: inside("main\\.ts$", "cli/", "config(?:-keys)?\\.ts$") },
    },
    {
      name: "support-stands-alone",
      comment: "Support sources are copied into packages: they import published packages and each other.",
      severity: "error",
      from: { path: inside("typescript/support/") },
      to: { path: "^(?:codegen|test|generated)/", pathNot: inside("typescript/support/") },
    },
    {
      name: "generated-stands-alone",
      comment: "A generated package imports published packages and itself.",
      severity: "error",
      from: { path: "^generated/([^/]+)/" },
      to: { path: "^(?:codegen|test|bench|model|generated)/", pathNot: "^generated/$1/" },
    },
    {
      name: "generated-is-not-imported",
      severity: "error",
      from: { path: "^codegen/" },
      to: { path: "^generated/" },
    },
    {
      name: "no-unresolved",
      comment: "What can't be found can't be checked.",
      severity: "error",
      from: { path: "^codegen/" },
      to: { couldNotResolve: true, pathNot: "\\.hbs$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^generated/[^/]+/(?:dist|node_modules)" },
    tsPreCompilationDeps: true,
  },
};
