import type { HostPrefixPart, OperationIr } from "../../ir/types.ts";
import type { FileScope } from "../file-scope.ts";
import { fits, stringLiteral } from "../layout.ts";
import { memberName } from "../naming.ts";
import { memberOf } from "./members.ts";

/** What is put before the host name of an operation's requests. */
export interface HostPrefix {
  /** Statements that the value needs, two spaces in; one with labels is made where the configuration wants it. */
  readonly statements: readonly string[];
  /** The function that puts it there, or undefined. */
  readonly value: string;
}

/** `@endpoint(hostPrefix)` of an operation, which may read `input`; undefined where there is none. */
export const hostPrefix = ({ hostPrefix: parts }: OperationIr, scope: FileScope): HostPrefix | undefined => {
  if (parts.length === 0) return undefined;
  const value = (text: string): string => `${scope.support("host-prefix", "hostPrefixed")}(context, ${text})`;
  if (parts.every((part) => "text" in part)) {
    return { statements: [], value: value(stringLiteral(parts.map((part) => part.text).join(""))) };
  }
  const label = scope.support("host-prefix", "hostLabel");
  const text = parts.map((part) => templatePart(part, label, scope)).join("");
  const line = `  const hostPrefix = context.disableHostPrefix ? undefined : \`${text}\`;`;
  const broken = ["  const hostPrefix = context.disableHostPrefix", "    ? undefined", `    : \`${text}\`;`];
  return { statements: fits(line) ? [line] : broken, value: value("hostPrefix") };
};

const templatePart = (part: HostPrefixPart, label: string, scope: FileScope): string =>
  "text" in part
    ? templateText(part.text)
    : `\${${label}(${memberOf("input", memberName(part.member), scope)}, ${stringLiteral(part.member)})}`;

/** A text inside of a template literal. */
export const templateText = (text: string): string => text.replace(/[\\`]|\$\{/g, "\\$&");
