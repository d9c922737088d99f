import type { HostPrefixPart, OperationIr } from "../../ir/types.ts";
import type { FileScope } from "../file-scope.ts";
import { fits, stringLiteral } from "../layout.ts";
import { memberName } from "../naming.ts";
import { call, inline } from "./code.ts";
import { arrowFunction, memberOf } from "./members.ts";
import type { Transport } from "./protocol.ts";

/** Every operation is a POST to the endpoint's own path; `X-Amz-Target` says which one it is. */
export const rpc = (settings: { readonly contentType: string }): Transport => ({
  request: (operation, scope) => {
    const prefix = hostPrefix(operation, scope);
    const request = call(
      scope.support("json-rpc", "buildRpcRequest"),
      "context",
      call("headers", stringLiteral(operation.name)),
      "body",
      ...(prefix === undefined ? [] : [prefix.value]),
    );
    return { before: prefix?.before ?? [], request };
  },
  shared: ({ service }, scope) => {
    const target = `\`${service.name}.\${operation}\``;
    const headers = call(scope.support("json-rpc", "rpcHeaders"), stringLiteral(settings.contentType), target);
    const result = scope.useType("HeaderBag");
    if (!service.awsQueryCompatible) return arrowFunction("headers", ["operation: string"], result, { call: headers });
    const lines = [`  ...${inline(headers)},`, '  "x-amzn-query-mode": "true",'].join("\n");
    return `const headers = (operation: string): ${result} => ({\n${lines}\n});`;
  },
});

/** The text before the host name; one with labels is only made where the client's configuration wants it. */
const hostPrefix = (
  { hostPrefix: parts }: OperationIr,
  scope: FileScope,
): { readonly before: readonly string[]; readonly value: string } | undefined => {
  if (parts.length === 0) return undefined;
  if (parts.every((part) => "text" in part)) {
    return { before: [], value: stringLiteral(parts.map((part) => part.text).join("")) };
  }
  const text = parts.map((part) => templatePart(part, scope)).join("");
  const line = `const hostPrefix = context.disableHostPrefix ? undefined : \`${text}\`;`;
  const broken = ["const hostPrefix = context.disableHostPrefix", "  ? undefined", `  : \`${text}\`;`];
  return { before: fits(line, 2) ? [line] : broken, value: "hostPrefix" };
};

const templatePart = (part: HostPrefixPart, scope: FileScope): string => {
  if ("text" in part) return part.text.replace(/[\\`]|\$\{/g, "\\$&");
  const value = memberOf("input", memberName(part.member), scope);
  return `\${${scope.support("json-rpc", "hostLabel")}(${value}, ${stringLiteral(part.member)})}`;
};
