import type { Diagnostic } from "../../../codegen/smithy/diagnostics.ts";
import { DiagnosticsError } from "../../../codegen/smithy/diagnostics.ts";
import type { Json, JsonObject } from "../../../codegen/smithy/json.ts";
import { loadModel } from "../../../codegen/smithy/load.ts";
import type { Model } from "../../../codegen/smithy/model.ts";
import type { Shape } from "../../../codegen/smithy/shapes.ts";
import type { Source } from "../../../codegen/smithy/source.ts";

/** A model file of some shapes, of Smithy 2.0 unless said otherwise. */
export const ast = (shapes: JsonObject, smithy = "2.0", metadata?: JsonObject): string =>
  JSON.stringify({ smithy, ...(metadata === undefined ? {} : { metadata }), shapes });

export const source = (file: string, text: string): Source => ({ file, text });

/** The model of one file, or of several named `a.json`, `b.json` and so on. */
export const modelOf = (...texts: readonly string[]): Model =>
  loadModel(texts.map((text, index) => source(`${"abcdef"[index]}.json`, text))).model;

export const shapeOf = (model: Model, id: string): Shape => {
  const shape = model.shapes.get(id);
  if (shape === undefined) throw new Error(`The model has no ${id}.`);
  return shape;
};

/** A shape's members as `name -> target { trait: value }`. */
export const membersOf = (model: Model, id: string): Readonly<Record<string, readonly [string, Json]>> => {
  const shape = shapeOf(model, id);
  const members = "members" in shape ? [...shape.members.values()] : [];
  return Object.fromEntries(members.map(({ name, target, traits }) => [name, [target, traits.raw]]));
};

/** `file:line:column severity CODE shape: sentence` */
export const show = ({ place, severity, code, shape, message }: Diagnostic): string => {
  const where = place === undefined ? "" : [place.file, place.line, place.column].filter((part) => part !== undefined);
  const about = shape === undefined ? "" : ` ${shape}`;
  return `${where === "" ? "" : `${where.join(":")} `}${severity} ${code}${about}: ${message}`;
};

/** What the function finds wrong, one line each; none if it doesn't throw. */
export const complaints = (run: () => unknown): readonly string[] => {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof DiagnosticsError) return error.diagnostics.map(show);
    throw error;
  }
};

/** What is wrong with a model of the given files. */
export const faultsOf = (...texts: readonly string[]): readonly string[] => complaints(() => modelOf(...texts));
