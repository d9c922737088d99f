/** A template, precompiled at build time: see `templates.build.mjs`. Rendered by `render` of `templates.ts`. */
declare module "*.hbs" {
  const template: import("./templates.ts").Template;
  export default template;
}

/** The text of a file, byte for byte: `import json from "./support/json.ts?text"`. */
declare module "*?text" {
  const text: string;
  export default text;
}

/** The part of Handlebars that runs precompiled templates. Its own declarations leave this entry empty. */
declare module "handlebars/runtime.js" {
  export type Render = (view: object, options?: { partials: Record<string, Render> }) => string;
  export interface Runtime {
    create(): Runtime;
    template(spec: object): Render;
  }
  const runtime: Runtime;
  export default runtime;
}
