import Handlebars, { type Render } from "handlebars/runtime.js";

/** What `import template from "./command.hbs"` gives: the compiled template, and the templates that it includes. */
export interface Template {
  readonly name: string;
  readonly spec: object;
  readonly partials: () => Readonly<Record<string, Template>>;
}

const environment = Handlebars.create();
const compiled = new Map<Template, Render>();

const compile = (template: Template): Render => {
  const known = compiled.get(template);
  if (known) return known;
  const render = environment.template(template.spec);
  compiled.set(template, render);
  return render;
};

/** All that a template includes, directly or through others, by the names that `templates.build.mjs` gives them. */
const partialsOf = (template: Template, found: Map<string, Template> = new Map()): Map<string, Template> => {
  for (const [name, partial] of Object.entries(template.partials())) {
    if (found.has(name)) continue;
    found.set(name, partial);
    partialsOf(partial, found);
  }
  return found;
};

/**
 * The text of a template filled in from a view. Nothing is escaped. Each name in the template, in conditions and loops
 * as well, must be a field of the view: a view has `[]` and `false`, not gaps.
 *
 * @throws Error where a field is missing, naming template, line and column
 */
export const render = (template: Template, view: object): string => {
  const partials: Record<string, Render> = {};
  for (const [name, partial] of partialsOf(template)) partials[name] = compile(partial);
  try {
    return compile(template)(view, { partials });
  } catch (error) {
    throw new Error(`The template ${template.name} can't be filled in.`, { cause: error });
  }
};
