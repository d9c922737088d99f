import type { Json } from "../smithy/json.ts";
import type { Model } from "../smithy/model.ts";
import { byCodeUnits } from "../smithy/order.ts";
import type { ShapeId } from "../smithy/shape-id.ts";
import type { OperationShape, ServiceShape } from "../smithy/shapes.ts";
import { auth, authDefinition, optionalAuth } from "../smithy/traits/authentication.ts";

/** Stands for "no authentication" in a list of auth schemes. */
export const NO_AUTH: ShapeId = "smithy.api#noAuth";

const KNOWN_SCHEMES: ReadonlySet<ShapeId> = new Set([
  "aws.auth#sigv4",
  "aws.auth#sigv4a",
  "smithy.api#httpApiKeyAuth",
  "smithy.api#httpBasicAuth",
  "smithy.api#httpBearerAuth",
  "smithy.api#httpDigestAuth",
]);

/** The values of the service's auth schemes that are a model's own, by the ids of their traits. */
export const customAuth = (model: Model, service: ServiceShape): ReadonlyMap<ShapeId, Json> =>
  new Map(
    schemesOn(model, service)
      .filter((id) => !KNOWN_SCHEMES.has(id))
      .map((id) => [id, service.traits.raw[id] ?? {}]),
  );

/** The auth scheme traits on a service, in the order that applies where nothing says otherwise: that of their ids. */
const schemesOn = (model: Model, service: ServiceShape): readonly ShapeId[] =>
  service.traits.ids
    .filter((id) => KNOWN_SCHEMES.has(id) || model.shapes.get(id)?.traits.has(authDefinition) === true)
    .sort(byCodeUnits);

/**
 * The auth schemes that an operation can be called with, the preferred one first: `@auth` of the operation, else of the
 * service, else all schemes of the service. `@optionalAuth` adds calling without; a list that is empty means it.
 * https://smithy.io/2.0/spec/authentication-traits.html
 */
export const effectiveAuth = (model: Model, service: ServiceShape, operation: OperationShape): readonly ShapeId[] => {
  const onService = schemesOn(model, service);
  const chosen = operation.traits.get(auth) ?? service.traits.get(auth) ?? onService;
  const usable = chosen.filter((id) => onService.includes(id));
  const open = usable.length === 0 || operation.traits.has(optionalAuth);
  return open ? [...usable, NO_AUTH] : usable;
};
