/** https://smithy.io/2.0/spec/resource-traits.html */
import type { ShapeId } from "../shape-id.ts";
import { mapOf } from "./forms.ts";
import { marker, trait } from "./trait.ts";

/** The identifier that the member stands for, where its name differs. */
export const resourceIdentifier = trait("smithy.api#resourceIdentifier", (v) => v.string);

/** The member that holds all properties of the resource. */
export const nestedProperties = marker("smithy.api#nestedProperties");

/** The member is no property of the resource. */
export const notProperty = marker("smithy.api#notProperty");

/** The property that the member stands for, where its name differs. */
export const property = trait("smithy.api#property", (v) => ({ name: v.at("name")?.string }));

/** `put` of the resource doesn't replace one that exists. */
export const noReplace = marker("smithy.api#noReplace");

export interface Reference {
  readonly resource: ShapeId;
  readonly service: ShapeId | undefined;
  readonly ids: ReadonlyMap<string, string>;
  readonly rel: string | undefined;
}

/** Resources that the shape's values identify. */
export const references = trait("smithy.api#references", (v): readonly Reference[] =>
  v.list.map((reference) => {
    const ids = reference.at("ids");
    return {
      resource: reference.required("resource").string,
      service: reference.at("service")?.string,
      ids: ids === undefined ? new Map() : mapOf(ids, (id) => id.string),
      rel: reference.at("rel")?.string,
    };
  }),
);
