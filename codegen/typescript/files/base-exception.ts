import { type Emission, source } from "../emitter.ts";
import template from "./base-exception.hbs";

/** `src/models/XServiceException.ts`: what all exceptions of the service extend. */
export const baseException = (emission: Emission) => {
  const { names } = emission.scope;
  return source(`src/${names.baseException.file}`, template, emission, (scope) => ({
    name: names.baseException.name,
    base: scope.use("ServiceException"),
    optionsType: scope.useType("ServiceExceptionOptions"),
    service: names.base,
  }));
};
