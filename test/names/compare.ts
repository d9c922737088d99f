import type { Exports, Kind } from "./exports.ts";

/** A declaration that isn't the same in our package: its kinds in both. Ours is undefined where there is none. */
export interface NameDifference {
  readonly service: string;
  readonly name: string;
  readonly official: readonly Kind[];
  readonly ours: readonly Kind[] | undefined;
}

/** A difference that is meant to be, or not yet built, with its reason. */
export interface KnownDifference {
  readonly name: RegExp;
  /** The services by name where it isn't all of them. */
  readonly services?: RegExp;
  /** What is expected of our package: no such declaration, or one of these kinds. */
  readonly ours: readonly Kind[] | undefined;
  readonly reason: string;
}

/** The official declarations that our package hasn't got under the same name and kind. It may have more. */
export const differencesOf = (service: string, official: Exports, ours: Exports): readonly NameDifference[] =>
  [...official].flatMap(([name, kinds]) => {
    const own = ours.get(name);
    return own !== undefined && kinds.every((kind) => own.includes(kind))
      ? []
      : [{ service, name, official: kinds, ours: own }];
  });

export const isKnown = ({ service, name, ours }: NameDifference, row: KnownDifference): boolean =>
  row.name.test(name) &&
  (row.services?.test(service) ?? true) &&
  (row.ours === undefined ? ours === undefined : ours !== undefined && row.ours.join() === ours.join());
