import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadModel } from "../../codegen/smithy/load.ts";
import type { Model } from "../../codegen/smithy/model.ts";
import { writeShape } from "../../codegen/smithy/write-shape.ts";
import { sharedFolder, withoutShared } from "../support/shared.ts";

interface Ast {
  readonly shapes: Readonly<
    Record<string, { readonly type: string; readonly members?: object; readonly traits?: object }>
  >;
}

const shared = sharedFolder() ?? "";
const read = (name: string): string => readFileSync(join(shared, "protocol-tests", name), "utf8");
const load = (name: string): Model => loadModel([{ file: name, text: read(name) }]).model;

describe.skipIf(shared === "")(`mixins are flattened as the official tool does it${withoutShared}`, () => {
  it.each(["aws-protocols", "smithy-protocols"])("%s.json", (name) => {
    const expected = (JSON.parse(read(`${name}.flattened.json`)) as Ast).shapes;
    const shapes = new Map([...load(`${name}.json`).shapes].filter(([id]) => Object.hasOwn(expected, id)));
    expect([...shapes.keys()].sort()).toEqual(Object.keys(expected).sort());
    for (const [id, shape] of shapes) {
      const wanted = expected[id];
      if (wanted === undefined || "smithy.api#enum" in (wanted.traits ?? {})) continue;
      const written = writeShape(shape) as unknown as typeof wanted;
      expect({ members: {}, ...written }, id).toEqual({ members: {}, ...wanted });
      expect(Object.keys(written.members ?? {}), `order of members of ${id}`).toEqual(
        Object.keys(wanted.members ?? {}),
      );
    }
  });

  it.each(["aws-protocols", "smithy-protocols"])("%s.json has no shape more than the flattened one", (name) => {
    expect([...load(`${name}.json`).shapes.keys()]).toEqual([...load(`${name}.flattened.json`).shapes.keys()]);
  });
});
