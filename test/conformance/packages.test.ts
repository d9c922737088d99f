import { describe, expect, it } from "vitest";
import { supportedProtocols } from "../../codegen/ir/protocol.ts";
import { nameOf } from "../../codegen/smithy/shape-id.ts";
import { compilerFaults } from "../golden/compile.ts";
import { formatterFaults } from "../golden/format.ts";
import { generate, modelOf } from "../golden/generate.ts";
import { withoutShared } from "../support/shared.ts";
import { protocolModels, servicesOf } from "./cases.ts";
import { modelText } from "./models.ts";

const RUNTIMES = ["smithy-core", "smithy-client"] as const;
const DEFAULTS = ["spec", "official"] as const;

/** A package of each service of the official tests; the runtimes and the meanings of defaults take turns. */
const packages = new Map(
  (protocolModels() ?? []).flatMap(({ file, shapes }) => {
    const model = modelOf([{ file: `${file}.json`, text: modelText(file) }]);
    const services = supportedProtocols.flatMap((protocol) => servicesOf(shapes, protocol));
    return services.map((service, index) => {
      const runtime = RUNTIMES[index % 2] ?? "smithy-core";
      const defaults = DEFAULTS[Math.floor(index / 2) % 2] ?? "spec";
      return [nameOf(service), generate(model, { service, runtime, defaults })] as const;
    });
  }),
);

describe.skipIf(packages.size === 0)(`packages of the services of the official tests${withoutShared}`, () => {
  it("are formatted", async () => {
    expect(await formatterFaults(packages)).toBe("");
  });

  it.each(["7", "5.9"] as const)(
    "have types that TypeScript %s finds nothing to say against",
    { timeout: 300_000 },
    async (compiler) => {
      expect(await compilerFaults(packages, compiler)).toBe("");
    },
  );
});
