import { buildShape } from "./assemble/build.ts";
import { checkDraft } from "./assemble/check.ts";
import { checkFlattened } from "./assemble/check-flattened.ts";
import { checkTraitValues } from "./assemble/check-traits.ts";
import { convertEnumTrait } from "./assemble/enums.ts";
import { merge } from "./assemble/merge.ts";
import { flattenMixins } from "./assemble/mixins.ts";
import { upgradeFrom1 } from "./assemble/upgrade.ts";
import { problems } from "./diagnostic-table.ts";
import type { Diagnostic, Place } from "./diagnostics.ts";
import { Faults } from "./faults.ts";
import { readDocument } from "./json-ast/ast.ts";
import { parseSource } from "./json-ast/parse.ts";
import { Places } from "./json-ast/places.ts";
import type { Model } from "./model.ts";
import { byCodeUnits } from "./order.ts";
import { PRELUDE } from "./prelude.ts";
import { containerOf, type ShapeId } from "./shape-id.ts";
import type { Shape } from "./shapes.ts";
import type { Source } from "./source.ts";

export interface Loaded {
  readonly model: Model;
  /** Warnings alone: an error would have been thrown. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where a shape or a member's shape is written, for what is found wrong with it later. */
  readonly placeOf: (id: ShapeId) => Place | undefined;
}

/**
 * The model that some files in the Smithy JSON AST, 1.0 or 2.0, make together, in any order. Its shapes are sorted by
 * id.
 *
 * @throws DiagnosticsError with all faults of all files, if there is any
 */
export const loadModel = (sources: readonly Source[]): Loaded => {
  const faults = new Faults();
  if (sources.length === 0) faults.addAt(problems.noSources(), undefined);
  const documents = [...sources]
    .sort((a, b) => byCodeUnits(a.file, b.file) || byCodeUnits(a.text, b.text))
    .flatMap((source) => {
      const json = parseSource(source, faults);
      return json === undefined ? [] : [readDocument(json, source, faults)];
    });
  for (const document of documents) checkTraitValues(document, faults);
  const draft = merge(documents, faults);
  for (const id of PRELUDE.keys()) draft.shapes.delete(id);
  // A file that isn't JSON defined shapes: to say that they don't exist would be noise.
  if (documents.length < sources.length) faults.throwIfErrors();
  checkDraft(draft, faults);
  flattenMixins(draft, faults);
  checkFlattened(draft.shapes, faults);
  faults.throwIfErrors();

  upgradeFrom1(draft.shapes);
  for (const shape of draft.shapes.values()) convertEnumTrait(shape);
  const shapes: [ShapeId, Shape][] = [...PRELUDE];
  for (const shape of draft.shapes.values()) shapes.push([shape.id, buildShape(shape)]);
  shapes.sort(([a], [b]) => byCodeUnits(a, b));
  const written = new Map([...draft.shapes.values()].map(({ id, source }) => [id, source]));
  const placeOf = (id: ShapeId): Place | undefined => {
    const shape = containerOf(id);
    const source = written.get(shape);
    return source && new Places().ofShape(source, shape);
  };
  return { model: { shapes: new Map(shapes), metadata: draft.metadata }, diagnostics: faults.all, placeOf };
};
