import { propertyAccess } from "../layout.ts";
import { parsePathExpression, type Step } from "./path-expression.ts";

/** `input.nested?.bar`: a field of what may be unset. */
const field = (base: string, name: string, certain: boolean): string => {
  const access = propertyAccess(name);
  if (certain) return `${base}${access}`;
  return access.startsWith(".") ? `${base}?${access}` : `${base}?.${access}`;
};

/** The elements of a list that aren't set are left out, and so is what isn't set in one of them. */
const each = (list: string, rest: readonly Step[], object: string): string => {
  const item = follow("item", rest, object);
  return `${list}?.flatMap((item) => ${rest.at(-1)?.kind === "list" ? item : `${item} ?? []`})`;
};

const follow = (base: string, steps: readonly Step[], object: string, certain = false): string => {
  let text = base;
  for (const [index, step] of steps.entries()) {
    switch (step.kind) {
      case "field":
        text = field(text, step.name, certain && index === 0);
        break;
      case "keys":
        text = `${object}.keys(${text} ?? {})`;
        break;
      case "values":
        text = `${object}.values(${text} ?? {})`;
        break;
      case "list": {
        const start = certain && index === 0;
        const values = step.paths.map((path) => follow(text, path, object, start));
        text = `[${values.join(", ")}].filter((value) => value != null)`;
        break;
      }
      case "each": {
        const rest = steps.slice(index + 1);
        const next = rest.findIndex(({ kind }) => kind === "each");
        if (next < 0) return each(text, rest, object);
        // What this gives is one list already, and what follows the next is done with each of its elements.
        const list = each(text, rest.slice(0, next), object);
        return next === rest.length - 1 ? list : each(list, rest.slice(next + 1), object);
      }
    }
  }
  return text;
};

/**
 * A path of `smithy.rules#operationContextParams` as an expression over `input`:
 * `Items[*].Get.TableName` is `input.Items?.flatMap((item) => item?.Get?.TableName ?? [])`.
 *
 * @param object what the file calls the global `Object`
 * @throws RuleSetError for a path outside of the part of JMESPath that is allowed there
 */
export const inputPath = (path: string, at: string, object = "Object"): string =>
  follow("input", parsePathExpression(path, at), object, true);
