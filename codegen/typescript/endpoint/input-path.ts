import { fits, propertyAccess } from "../layout.ts";
import { parsePathExpression, type Step } from "./path-expression.ts";

/** An expression over an input; `map` where it is `list?.flatMap((item) => body)` as a whole. */
interface InputPath {
  readonly text: string;
  readonly map?: { readonly list: string; readonly body: string; readonly values: readonly string[] };
  /** The elements of a list as a whole: `[values].filter(...)`. */
  readonly values?: readonly string[];
}

const SET = ".filter((value) => value != null)";

/** `input.nested?.bar`: a field of what may be unset. */
const field = (base: string, name: string, certain: boolean): string => {
  const access = propertyAccess(name);
  if (certain) return `${base}${access}`;
  return access.startsWith(".") ? `${base}?${access}` : `${base}?.${access}`;
};

/** The elements of a list that aren't set are left out, and so is what isn't set in one of them. */
const each = (list: string, rest: readonly Step[], object: string): InputPath => {
  const { text, values } = follow("item", rest, object);
  const body = values === undefined ? `${text} ?? []` : text;
  return { text: `${list}?.flatMap((item) => ${body})`, map: { list, body, values: values ?? [] } };
};

const follow = (base: string, steps: readonly Step[], object: string, certain = false): InputPath => {
  let path: InputPath = { text: base };
  for (const [index, step] of steps.entries()) {
    const { text } = path;
    const start = certain && index === 0;
    switch (step.kind) {
      case "field":
        path = { text: field(text, step.name, start) };
        break;
      case "keys":
        path = { text: `${object}.keys(${text} ?? {})` };
        break;
      case "values":
        path = { text: `${object}.values(${text} ?? {})` };
        break;
      case "list": {
        const values = step.paths.map((inner) => follow(text, inner, object, start).text);
        path = { text: `[${values.join(", ")}]${SET}`, values };
        break;
      }
      case "each": {
        const rest = steps.slice(index + 1);
        const next = rest.findIndex(({ kind }) => kind === "each");
        if (next < 0) return each(text, rest, object);
        // What this gives is one list already, and what follows the next is done with each of its elements.
        const list = each(text, rest.slice(0, next), object);
        return next === rest.length - 1 ? list : each(list.text, rest.slice(next + 1), object);
      }
    }
  }
  return path;
};

/**
 * A path of `smithy.rules#operationContextParams` as an expression over `input`:
 * `Items[*].Get.TableName` is `input.Items?.flatMap((item) => item?.Get?.TableName ?? [])`.
 *
 * @param object what the file calls the global `Object`
 * @throws RuleSetError for a path outside of the part of JMESPath that is allowed there
 */
export const inputPath = (path: string, at: string, object = "Object"): string =>
  follow("input", parsePathExpression(path, at), object, true).text;

/** The same on lines of its own, each after `margin`, with a comma after it. */
export const inputPathLines = (path: string, at: string, margin: string, object = "Object"): string => {
  const { text, map } = follow("input", parsePathExpression(path, at), object, true);
  if (map === undefined || fits(`${margin}${text},`)) return `${margin}${text},`;
  const { list, body, values } = map;
  if (values.length === 0) return `${margin}${list}?.flatMap(\n${margin}  (item) => ${body},\n${margin}),`;
  const inner = `${margin}  ${body},`;
  const lines = values.map((value) => `${margin}    ${value},\n`).join("");
  const broken = fits(inner) ? inner : `${margin}  [\n${lines}${margin}  ]${SET},`;
  return `${margin}${list}?.flatMap((item) =>\n${broken}\n${margin}),`;
};
