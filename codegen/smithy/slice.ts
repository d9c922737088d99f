import { reach } from "./closure.ts";
import type { Model } from "./model.ts";
import { byCodeUnits } from "./order.ts";
import { isPrelude } from "./prelude.ts";
import type { ShapeId } from "./shape-id.ts";
import type { MemberShape, ServiceShape, Shape } from "./shapes.ts";
import { clientEndpointDiscovery } from "./traits/aws-core.ts";
import { references } from "./traits/resource.ts";
import { Traits } from "./traits/trait.ts";
import { writeShape } from "./write-shape.ts";

/**
 * Some operations of a service as a model of its own: JSON AST 2.0 text, shapes sorted by id, mixins flattened, four
 * spaces of indent. It holds what the operations reach, the definitions of the traits in use, and all metadata.
 *
 * Resources are left out, since they bind operations that aren't here: the operations become the service's own. What
 * would then lead nowhere goes too: references to resources, names of shapes that are gone, and endpoint discovery
 * without its operation. A slice of a slice by the same operations is the same text.
 */
export const sliceModel = (model: Model, service: ServiceShape, operations: readonly ShapeId[]): string => {
  const ids = withTraitDefinitions(model, service, reach(model, [...operations, ...service.errors]));
  const kept = (id: ShapeId): boolean => ids.has(id) && !isPrelude(id);
  const slice: Shape = {
    ...service,
    operations: [...new Set(operations)].sort(byCodeUnits),
    resources: [],
    rename: new Map([...service.rename].filter(([id]) => ids.has(id)).sort(([a], [b]) => byCodeUnits(a, b))),
  };
  const shapes: (readonly [ShapeId, Shape])[] = [[service.id, slice]];
  for (const id of ids) {
    const shape = model.shapes.get(id);
    if (shape !== undefined && kept(id) && id !== service.id) shapes.push([id, shape]);
  }
  shapes.sort(([a], [b]) => byCodeUnits(a, b));
  const metadata = [...model.metadata].sort(([a], [b]) => byCodeUnits(a, b));
  const text = {
    smithy: "2.0",
    ...(metadata.length === 0 ? {} : { metadata: Object.fromEntries(metadata) }),
    shapes: Object.fromEntries(shapes.map(([id, shape]) => [id, writeShape(withoutLooseEnds(shape, kept))])),
  };
  return `${JSON.stringify(text, undefined, 4)}\n`;
};

/** The shapes with the definitions of their traits, as far as the model has them, and what these need in turn. */
const withTraitDefinitions = (
  model: Model,
  service: ServiceShape,
  reached: ReadonlySet<ShapeId>,
): ReadonlySet<ShapeId> => {
  const ids = new Set(reached);
  const open: Shape[] = [service];
  for (const id of reached) {
    const shape = model.shapes.get(id);
    if (shape !== undefined) open.push(shape);
  }
  for (let shape = open.pop(); shape !== undefined; shape = open.pop()) {
    const traits = [shape, ...membersOf(shape)].flatMap((carrier) => carrier.traits.ids);
    const undefinedYet = traits.filter((trait) => !ids.has(trait));
    for (const id of reach(model, undefinedYet)) {
      const definition = model.shapes.get(id);
      if (definition === undefined || ids.has(id)) continue;
      ids.add(id);
      open.push(definition);
    }
  }
  return ids;
};

const membersOf = (shape: Shape): readonly MemberShape[] => {
  switch (shape.kind) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return [...shape.members.values()];
    case "list":
      return [shape.member];
    case "map":
      return [shape.key, shape.value];
    default:
      return [];
  }
};

/** The shape without what its traits say about shapes that aren't in the slice. */
const withoutLooseEnds = (shape: Shape, kept: (id: ShapeId) => boolean): Shape => {
  const trim = <T extends { readonly traits: Traits }>(carrier: T): T => ({
    ...carrier,
    traits: trimTraits(carrier.traits, kept),
  });
  switch (shape.kind) {
    case "structure":
    case "union":
      return {
        ...trim(shape),
        members: new Map(Array.from(shape.members, ([name, member]) => [name, trim(member)])),
      };
    case "list":
      return { ...trim(shape), member: trim(shape.member) };
    case "map":
      return { ...trim(shape), key: trim(shape.key), value: trim(shape.value) };
    default:
      return trim(shape);
  }
};

const trimTraits = (traits: Traits, kept: (id: ShapeId) => boolean): Traits => {
  const discovery = traits.get(clientEndpointDiscovery)?.operation;
  const loose = new Set<ShapeId>([references.id]);
  if (discovery !== undefined && !kept(discovery)) loose.add(clientEndpointDiscovery.id);
  if (!traits.ids.some((id) => loose.has(id))) return traits;
  return new Traits(Object.fromEntries(Object.entries(traits.raw).filter(([id]) => !loose.has(id))));
};
