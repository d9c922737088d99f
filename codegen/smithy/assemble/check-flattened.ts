import { type Problem, problems } from "../diagnostic-table.ts";
import type { Faults } from "../faults.ts";
import { FIXED_MEMBERS, memberOrigin, originOf, type ShapeDraft, type ShapeType } from "../json-ast/draft.ts";
import type { ShapeId } from "../shape-id.ts";
import { order } from "./graph.ts";

const NEEDS_MEMBERS: ReadonlySet<ShapeType> = new Set<ShapeType>(["union", "enum", "intEnum"]);

/** Reports what can only be seen once shapes have all their members, those of mixins too. */
export const checkFlattened = (shapes: ReadonlyMap<ShapeId, ShapeDraft>, faults: Faults): void => {
  for (const shape of shapes.values()) {
    checkNames(shape, faults);
    if (shape.malformed) continue;
    for (const name of FIXED_MEMBERS[shape.type] ?? []) {
      if (!shape.members.has(name)) faults.add(problems.missingProperty(shape.id, name), originOf(shape), shape.id);
    }
    if (NEEDS_MEMBERS.has(shape.type) && shape.members.size === 0) {
      faults.add(problems.noMembers(shape.id, shape.type), originOf(shape), shape.id);
    }
  }
  const lists = [...shapes.values()].filter(({ type }) => type === "list" || type === "map");
  for (const cycle of order(idsOf(lists), (id) => elementsOf(shapes.get(id))).cycles) {
    reportCycle(cycle, problems.endlessRecursion(cycle), shapes, faults);
  }
  const resources = [...shapes.values()].filter(({ type }) => type === "resource");
  for (const cycle of order(idsOf(resources), (id) => resourcesOf(shapes.get(id))).cycles) {
    reportCycle(cycle, problems.resourceCycle(cycle), shapes, faults);
  }
};

const idsOf = (shapes: readonly ShapeDraft[]): readonly ShapeId[] => shapes.map(({ id }) => id);

/** Member names are unique whatever their case. */
const checkNames = (shape: ShapeDraft, faults: Faults): void => {
  if (shape.members.size < 2) return;
  const byLowerCase = new Map<string, string>();
  for (const member of shape.members.values()) {
    const lower = member.name.toLowerCase();
    const other = byLowerCase.get(lower);
    if (other === undefined) byLowerCase.set(lower, member.name);
    else {
      const problem = problems.membersConflictByCase(shape.id, member.name, other);
      faults.add(problem, { ...memberOrigin(member), key: true }, `${shape.id}$${member.name}`);
    }
  }
};

const elementsOf = (shape: ShapeDraft | undefined): readonly ShapeId[] =>
  shape?.type === "list" || shape?.type === "map" ? [...shape.members.values()].map((member) => member.target) : [];

const resourcesOf = (shape: ShapeDraft | undefined): readonly ShapeId[] => {
  const resources = shape?.type === "resource" ? shape.properties.get("resources") : undefined;
  return resources?.form === "references" ? resources.targets : [];
};

const reportCycle = (
  cycle: readonly ShapeId[],
  problem: Problem,
  shapes: ReadonlyMap<ShapeId, ShapeDraft>,
  faults: Faults,
): void => {
  const first = shapes.get(cycle[0] ?? "");
  if (first !== undefined) faults.add(problem, { ...originOf(first), key: true }, first.id);
};
