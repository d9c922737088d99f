import type { Expression } from "./endpoint-rules.ts";
import { RuleSetError } from "./rule-set-error.ts";

/** Names of parameters and of variables; the underscore occurs in rule sets that a tool has rewritten. */
export const RULE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

const placeholder = (text: string, path: string): Expression => {
  const hash = text.indexOf("#");
  const name = hash < 0 ? text : text.slice(0, hash);
  if (!RULE_NAME.test(name)) throw new RuleSetError(path, `"{${text}}" doesn't name a parameter or a variable`);
  const reference: Expression = { kind: "reference", name };
  if (hash < 0) return reference;
  return { kind: "call", fn: "getAttr", args: [reference, { kind: "literal", value: text.slice(hash + 1) }] };
};

/**
 * A template string as an expression: `{name}` is a reference, `{name#path}` short for `getAttr`, `{{` and `}}` are
 * braces. A string without placeholders becomes a literal.
 * https://smithy.io/2.0/additional-specs/rules-engine/specification.html#template-string
 *
 * @throws RuleSetError for braces that don't match
 */
export const parseTemplate = (text: string, path: string): Expression => {
  const parts: Expression[] = [];
  let literal = "";
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char !== "{" && char !== "}") {
      literal += char;
      at += 1;
    } else if (text.charAt(at + 1) === char) {
      literal += char;
      at += 2;
    } else {
      const end = text.indexOf("}", at);
      if (char === "}" || end < 0) throw new RuleSetError(path, `"${text}" has a brace without its counterpart`);
      if (literal !== "") parts.push({ kind: "literal", value: literal });
      literal = "";
      parts.push(placeholder(text.slice(at + 1, end), path));
      at = end + 1;
    }
  }
  if (parts.length === 0) return { kind: "literal", value: literal };
  if (literal !== "") parts.push({ kind: "literal", value: literal });
  return { kind: "template", parts };
};
