import type { Model } from "./model.ts";
import { byCodeUnits } from "./order.ts";
import type { ShapeId } from "./shape-id.ts";
import type { ServiceShape, Shape } from "./shapes.ts";

/**
 * The ids of all operations of a service: its own, those of its resources, and those of resources within these. Sorted.
 * https://smithy.io/2.0/spec/service-types.html#service-closure
 */
export const topDownOperations = (model: Model, service: ServiceShape): readonly ShapeId[] => {
  const operations = new Set(service.operations);
  const seen = new Set<ShapeId>();
  const open = [...service.resources];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const resource = model.shapes.get(id);
    if (resource?.kind !== "resource" || seen.has(id)) continue;
    seen.add(id);
    for (const operation of resource.lifecycle.values()) operations.add(operation);
    for (const operation of resource.operations) operations.add(operation);
    for (const operation of resource.collectionOperations) operations.add(operation);
    open.push(...resource.resources);
  }
  return [...operations].sort(byCodeUnits);
};

/**
 * The ids of all shapes that some operations of a service reach: the operations, their inputs, outputs and errors, the
 * service's errors, and whatever the members of all these target. Shapes of the prelude are among them, the service,
 * its resources and trait definitions aren't. Sorted.
 */
export const closure = (model: Model, service: ServiceShape, operations: Iterable<ShapeId>): ReadonlySet<ShapeId> =>
  reach(model, [...operations, ...service.errors]);

/** The ids of all shapes that some shapes reach, themselves among them. Sorted. */
export const reach = (model: Model, from: Iterable<ShapeId>): ReadonlySet<ShapeId> => {
  const reached = new Set<ShapeId>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const shape = model.shapes.get(id);
    if (shape === undefined || reached.has(id)) continue;
    reached.add(id);
    open.push(...neighbours(shape));
  }
  return new Set([...reached].sort(byCodeUnits));
};

/** The shapes that a shape needs to mean anything. */
const neighbours = (shape: Shape): readonly ShapeId[] => {
  switch (shape.kind) {
    case "operation":
      return [shape.input, shape.output, ...shape.errors];
    case "list":
      return [shape.member.target];
    case "map":
      return [shape.key.target, shape.value.target];
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return Array.from(shape.members.values(), (member) => member.target);
    default:
      return [];
  }
};
