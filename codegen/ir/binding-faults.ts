import type { Model } from "../smithy/model.ts";
import type { MemberShape, OperationShape, Shape } from "../smithy/shapes.ts";
import { http } from "../smithy/traits/http.ts";
import { bindingOf } from "./http.ts";
import { targetOf } from "./members.ts";
import type { Binding } from "./types.ts";

/**
 * What is wrong with the HTTP bindings of an operation's input and output, in sentences; empty where nothing is.
 * https://smithy.io/2.0/spec/http-bindings.html
 */
export const bindingFaults = (model: Model, operation: OperationShape): readonly string[] => {
  const uri = operation.traits.get(http)?.uri ?? "";
  const labels = new Set([...(uri.split("?", 1)[0] ?? "").matchAll(/\{([^{}+]*)\+?\}/g)].map(([, name = ""]) => name));
  const bound = boundMembers(targetOf(model, operation.input));
  const atLabels = bound.filter(({ binding }) => binding.kind === "label").map(({ member }) => member.name);
  return [
    ...[...labels].filter((label) => !atLabels.includes(label)).map((label) => `no member is bound to {${label}}`),
    ...atLabels.filter((name) => !labels.has(name)).map((name) => `${name} is a label that the path doesn't have`),
    ...structureFaults(model, bound),
    ...structureFaults(model, boundMembers(targetOf(model, operation.output))),
  ];
};

interface Bound {
  readonly member: MemberShape;
  readonly binding: Binding;
}

const boundMembers = (shape: Shape): readonly Bound[] =>
  shape.kind === "structure"
    ? [...shape.members.values()].map((member) => ({ member, binding: bindingOf(member) }))
    : [];

const structureFaults = (model: Model, bound: readonly Bound[]): readonly string[] => {
  const payloads = bound.filter(({ binding }) => binding.kind === "payload");
  const others = bound.filter(({ binding }) => binding.kind === "body");
  const [payload] = payloads;
  return [
    ...(payloads.length > 1 ? [`${payloads.map(({ member }) => member.name).join(" and ")} are all the payload`] : []),
    ...(payload !== undefined && others.length > 0
      ? [`${others.map(({ member }) => member.name).join(", ")} can't be in the body beside ${payload.member.name}`]
      : []),
    ...bound
      .filter((each) => !fits(model, each))
      .map(({ member }) => `${member.name} is of a type that can't go there`),
  ];
};

/** Whether a binding can hold what a member targets. */
const fits = (model: Model, { member, binding }: Bound): boolean => {
  const target = targetOf(model, member.target);
  switch (binding.kind) {
    case "label":
    case "status":
      return isText(target);
    case "query":
    case "header":
      return isText(target) || (target.kind === "list" && isText(targetOf(model, target.member.target)));
    case "prefixHeaders":
      return target.kind === "map" && isText(targetOf(model, target.value.target));
    case "queryParams": {
      if (target.kind !== "map") return false;
      const value = targetOf(model, target.value.target);
      return isText(value) || (value.kind === "list" && isText(targetOf(model, value.member.target)));
    }
    default:
      return true;
  }
};

/** Whether a value is written as one text. */
const isText = ({ kind }: Shape): boolean =>
  !["structure", "union", "list", "map", "document", "service", "operation", "resource"].includes(kind);
