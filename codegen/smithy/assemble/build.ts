import type { MemberDraft, Property, ShapeDraft } from "../json-ast/draft.ts";
import type { ShapeId } from "../shape-id.ts";
import type { MemberShape, Shape } from "../shapes.ts";
import { Traits } from "../traits/trait.ts";

/** The shape of a draft that is merged, flattened and found free of faults. */
export const buildShape = (draft: ShapeDraft): Shape => {
  const { id, type } = draft;
  const traits = traitsOf(draft);
  switch (type) {
    case "enum":
    case "intEnum":
    case "structure":
    case "union":
      return { kind: type, id, traits, members: buildMembers(draft) };
    case "list":
      return { kind: type, id, traits, member: fixedMember(draft, "member") };
    case "map":
      return { kind: type, id, traits, key: fixedMember(draft, "key"), value: fixedMember(draft, "value") };
    case "service":
      return {
        kind: type,
        id,
        traits,
        version: text(draft.properties.get("version")),
        operations: references(draft.properties.get("operations")),
        resources: references(draft.properties.get("resources")),
        errors: references(draft.properties.get("errors")),
        rename: names(draft.properties.get("rename")),
      };
    case "operation":
      return {
        kind: type,
        id,
        traits,
        input: reference(draft.properties.get("input")) ?? "smithy.api#Unit",
        output: reference(draft.properties.get("output")) ?? "smithy.api#Unit",
        errors: references(draft.properties.get("errors")),
      };
    case "resource":
      return {
        kind: type,
        id,
        traits,
        identifiers: named(draft.properties.get("identifiers")),
        properties: named(draft.properties.get("properties")),
        lifecycle: lifecycle(draft.properties),
        operations: references(draft.properties.get("operations")),
        collectionOperations: references(draft.properties.get("collectionOperations")),
        resources: references(draft.properties.get("resources")),
      };
    default:
      return { kind: type, id, traits };
  }
};

/** The names of a resource's lifecycle operations, in the order of the specification. */
export const LIFECYCLE = ["put", "create", "read", "update", "delete", "list"] as const;

const traitsOf = ({ traits }: ShapeDraft | MemberDraft): Traits => {
  for (const _ in traits) return new Traits(traits);
  return Traits.none;
};

const buildMember = (container: ShapeId, draft: MemberDraft): MemberShape => ({
  kind: "member",
  id: `${container}$${draft.name}`,
  name: draft.name,
  target: draft.target,
  traits: traitsOf(draft),
});

const buildMembers = (draft: ShapeDraft): ReadonlyMap<string, MemberShape> => {
  const members = new Map<string, MemberShape>();
  for (const [name, member] of draft.members) members.set(name, buildMember(draft.id, member));
  return members;
};

const fixedMember = (draft: ShapeDraft, name: string): MemberShape => {
  const member = draft.members.get(name);
  if (member === undefined) throw new Error(`${draft.id} was built without "${name}", which the checks demand.`);
  return buildMember(draft.id, member);
};

const text = (property: Property | undefined): string => (property?.form === "text" ? property.text : "");
const reference = (property: Property | undefined): ShapeId | undefined =>
  property?.form === "reference" ? property.target : undefined;
const references = (property: Property | undefined): readonly ShapeId[] =>
  property?.form === "references" ? property.targets : [];
const named = (property: Property | undefined): ReadonlyMap<string, ShapeId> =>
  property?.form === "named" ? property.targets : new Map();
const names = (property: Property | undefined): ReadonlyMap<ShapeId, string> =>
  property?.form === "names" ? property.names : new Map();

const lifecycle = (properties: ReadonlyMap<string, Property>): ReadonlyMap<string, ShapeId> => {
  const operations = new Map<string, ShapeId>();
  for (const name of LIFECYCLE) {
    const target = reference(properties.get(name));
    if (target !== undefined) operations.set(name, target);
  }
  return operations;
};
