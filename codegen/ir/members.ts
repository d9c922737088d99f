import type { Model } from "../smithy/model.ts";
import type { ShapeId } from "../smithy/shape-id.ts";
import type { EnumShape, MemberShape, Shape, StructureShape, UnionShape } from "../smithy/shapes.ts";
import { idempotencyToken } from "../smithy/traits/behavior.ts";
import { length, pattern, range, uniqueItems } from "../smithy/traits/constraint.ts";
import {
  deprecated,
  documentation,
  externalDocumentation,
  internal,
  recommended,
  sensitive,
  since,
  unstable,
} from "../smithy/traits/documentation.ts";
import { jsonName, mediaType, timestampFormat } from "../smithy/traits/protocol.ts";
import { requiresLength, streaming } from "../smithy/traits/streaming.ts";
import type { Trait } from "../smithy/traits/trait.ts";
import { clientOptional, defaultTrait, input, required, sparse } from "../smithy/traits/type-refinement.ts";
import { bindingOf } from "./http.ts";
import type { Constraints, DocsIr, MemberIr, Presence, TypeIr, TypeRef, XmlIr } from "./types.ts";
import { xmlOf } from "./xml.ts";

/** The shape that a member targets. A loaded model has no dangling target. */
export const targetOf = (model: Model, id: ShapeId): Shape => {
  const shape = model.shapes.get(id);
  if (shape === undefined) throw new Error(`${id} is not in the model.`);
  return shape;
};

/** What is put together part by part: models have so many members that an object for each part is felt. */
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A trait of a member, or else of the shape that it targets. */
const memberTrait = <T>(member: MemberShape, target: Shape, trait: Trait<T>): T | undefined =>
  member.traits.get(trait) ?? target.traits.get(trait);

/** How a type is used by a member (or a list's or map's member): the member's own traits count before its target's. */
export const typeRef = (model: Model, member: MemberShape): TypeRef => {
  const target = targetOf(model, member.target);
  const hidden = isSensitive(member, target);
  const part = <Key extends string>(key: Key, of: MemberShape) => {
    const xml = xmlOf(of);
    return (xml === undefined ? {} : { [key]: xml }) as { readonly [K in Key]?: XmlIr };
  };
  switch (target.kind) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return { kind: "named", of: target.kind satisfies TypeIr["kind"], id: target.id, sensitive: hidden };
    case "list":
      return {
        kind: "list",
        id: target.id,
        name: target.id.slice(target.id.indexOf("#") + 1),
        element: typeRef(model, target.member),
        ...part("elementXml", target.member),
        sparse: target.traits.has(sparse),
        sensitive: hidden,
      };
    case "map":
      return {
        kind: "map",
        id: target.id,
        name: target.id.slice(target.id.indexOf("#") + 1),
        key: typeRef(model, target.key),
        value: typeRef(model, target.value),
        ...part("keyXml", target.key),
        ...part("valueXml", target.value),
        sparse: target.traits.has(sparse),
        sensitive: hidden,
      };
    case "service":
    case "operation":
    case "resource":
      throw new Error(`${member.id} can't target the ${target.kind} ${target.id}.`);
    default: {
      const format = memberTrait(member, target, timestampFormat);
      const media = memberTrait(member, target, mediaType);
      return {
        kind: "scalar",
        scalar: target.kind,
        id: target.id,
        sensitive: hidden,
        streaming: target.traits.has(streaming),
        requiresLength: target.traits.has(requiresLength),
        ...(format === undefined ? {} : { timestampFormat: format }),
        ...(media === undefined ? {} : { mediaType: media }),
      };
    }
  }
};

const isSensitive = (member: MemberShape, target: Shape): boolean =>
  member.traits.has(sensitive) || target.traits.has(sensitive);

/**
 * Whether a client needs, sends or fills in a member. A client takes members of `@input` structures for optional, and
 * those with `@clientOptional` anywhere, so their defaults are the server's business.
 * https://smithy.io/2.0/spec/type-refinement-traits.html#clientoptional-trait
 */
const presence = (container: StructureShape | UnionShape, member: MemberShape): Presence => {
  const optional = member.traits.has(clientOptional);
  const token = member.traits.has(idempotencyToken);
  const isRequired = member.traits.has(required);
  const value = member.traits.get(defaultTrait) ?? undefined;
  return {
    required: isRequired,
    clientOptional: optional,
    idempotencyToken: token,
    default: optional || container.traits.has(input) ? undefined : value,
    checked: isRequired && !optional && !token && value === undefined,
  };
};

const constraints = (member: MemberShape, target: Shape): Constraints => {
  const size = memberTrait(member, target, length);
  const between = memberTrait(member, target, range);
  const matching = memberTrait(member, target, pattern);
  const unique = member.traits.has(uniqueItems) || target.traits.has(uniqueItems);
  const found: Mutable<Constraints> = {};
  if (size !== undefined) found.length = size;
  if (between !== undefined) found.range = between;
  if (matching !== undefined) found.pattern = matching;
  if (unique) found.uniqueItems = true;
  return found;
};

/** The documentation traits of a shape, or of a member and, where it has none of its own, its target. */
export const docs = (shape: Shape | MemberShape, target: Shape | undefined = undefined): DocsIr => {
  const text = shape.traits.get(documentation) ?? target?.traits.get(documentation);
  const old = shape.traits.get(deprecated);
  const from = shape.traits.get(since);
  const more = shape.traits.get(externalDocumentation);
  const advice = shape.traits.get(recommended);
  const found: Mutable<DocsIr> = { internal: shape.traits.has(internal), unstable: shape.traits.has(unstable) };
  if (text !== undefined) found.documentation = text;
  if (old !== undefined) found.deprecated = old;
  if (from !== undefined) found.since = from;
  if (more !== undefined) found.externalDocumentation = more;
  if (advice !== undefined) found.recommended = advice;
  return found;
};

/** The members of a structure or union, in the model's order. */
export const members = (model: Model, container: StructureShape | UnionShape): readonly MemberIr[] =>
  [...container.members.values()].map((member) => {
    const target = targetOf(model, member.target);
    const json = member.traits.get(jsonName);
    const xml = xmlOf(member);
    return {
      name: member.name,
      type: typeRef(model, member),
      presence: presence(container, member),
      docs: docs(member, isPrelude(target) ? undefined : target),
      constraints: constraints(member, target),
      sensitive: isSensitive(member, target),
      binding: bindingOf(member),
      ...(json === undefined ? {} : { jsonName: json }),
      ...(xml === undefined ? {} : { xml }),
    };
  });

/** The prelude's own sentences say nothing about a member. */
const isPrelude = (shape: Shape): boolean => shape.id.startsWith("smithy.api#");

/** The members of an enum, for its values and their documentation. */
export const enumMembers = (shape: EnumShape): readonly MemberShape[] => [...shape.members.values()];
