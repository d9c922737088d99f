import { topDownOperations } from "./closure.ts";
import { type Problem, problems } from "./diagnostic-table.ts";
import { DiagnosticsError } from "./diagnostics.ts";
import type { Model } from "./model.ts";
import { nearest } from "./nearest.ts";
import { nameOf, type ShapeId } from "./shape-id.ts";
import type { ServiceShape } from "./shapes.ts";

/**
 * The service that is meant: the model's only one, or the wanted one, by its shape id or its name alone.
 * @throws DiagnosticsError if there is none, none of that name, or no telling which
 */
export const chooseService = (model: Model, wanted?: string): ServiceShape => {
  const services = [...model.shapes.values()].filter((shape) => shape.kind === "service");
  const [first] = services;
  if (first === undefined) throw refusal([problems.noService()]);
  const meant = wanted === undefined ? services : services.filter(({ id }) => isCalled(id, wanted));
  const [service] = meant;
  if (service === undefined) {
    const near = nearestName(
      wanted ?? "",
      services.map(({ id }) => id),
    );
    throw refusal([problems.unknownService(wanted ?? "", near)]);
  }
  if (meant.length > 1) throw refusal([problems.manyServices(meant.map(({ id }) => id))]);
  return service;
};

/**
 * The operations that are meant, by their shape ids or names alone, in code-unit order; all of the service's where
 * none is named.
 * @throws DiagnosticsError with every name that isn't an operation of the service
 */
export const chooseOperations = (
  model: Model,
  service: ServiceShape,
  wanted?: readonly string[],
): readonly ShapeId[] => {
  const all = topDownOperations(model, service);
  if (wanted === undefined) return all;
  const unknown = wanted.filter((name) => !all.some((id) => isCalled(id, name)));
  if (unknown.length > 0) {
    throw refusal(unknown.map((name) => problems.unknownOperation(name, nameOf(service.id), nearestName(name, all))));
  }
  return all.filter((id) => wanted.some((name) => isCalled(id, name)));
};

const isCalled = (id: ShapeId, name: string): boolean => id === name || nameOf(id) === name;

const nearestName = (wanted: string, ids: readonly ShapeId[]): string | undefined =>
  nearest(wanted, wanted.includes("#") ? ids : ids.map(nameOf));

const refusal = (found: readonly Problem[]): DiagnosticsError => new DiagnosticsError(found);
