import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chooseService } from "../../codegen/smithy/choose.ts";
import { topDownOperations } from "../../codegen/smithy/closure.ts";
import { loadModel } from "../../codegen/smithy/load.ts";
import { sliceModel } from "../../codegen/smithy/slice.ts";
import { sharedFolder, withoutShared } from "../support/shared.ts";

const shared = sharedFolder();
const folder = join(shared ?? "", "models");
const files = shared === undefined ? [] : readdirSync(folder).filter((file) => file.endsWith(".json"));

describe.skipIf(shared === undefined)(`slices of the shared models${withoutShared}`, () => {
  it.each(files)("a slice of a slice of %s is the same text, and loads", (file) => {
    const { model } = loadModel([{ file, text: readFileSync(join(folder, file), "utf8") }]);
    const service = chooseService(model);
    const operations = topDownOperations(model, service).filter((_, index) => index % 3 === 0);
    const once = sliceModel(model, service, operations);
    const { model: sliced } = loadModel([{ file: "slice.json", text: once }]);
    const slicedService = chooseService(sliced);
    expect(topDownOperations(sliced, slicedService)).toEqual(operations);
    expect(sliceModel(sliced, slicedService, operations) === once).toBe(true);
  });
});
