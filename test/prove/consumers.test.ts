import { describe, expect, it } from "vitest";
import { peers } from "../client/tracing.ts";
import { compileNarrowing, compileWith, setups } from "../consumers/compile.ts";
import { generate, modelAt } from "../golden/generate.ts";
import { installPackage } from "../support/installed-package.ts";
import { generatedPackages } from "../support/package-source.ts";
import { sharedFolder, withoutShared } from "../support/shared.ts";

// The short form takes one setup of each compiler, and each way of resolving modules once.
const chosen = process.env["SETUPS"] === "few" ? setups.filter((_, index) => index % 4 === 0) : setups;

describe.each(generatedPackages())("programs of users of the official client", ({ name: title, folder, runtime }) => {
  it.each(chosen)(
    `compile with ${title} when the import is changed: TypeScript $compiler, $moduleResolution`,
    async (setup) => {
      const { name, project } = await installPackage(folder);
      expect(await compileWith(project, peers[runtime], setup)).toBe("");
      expect(await compileWith(project, name, setup)).toBe("");
    },
  );
});

const shared = sharedFolder();

describe.skipIf(shared === undefined)(`NodeJsClient of @smithy/types${withoutShared}`, () => {
  it.each(chosen)("narrows a generated client of SQS: TypeScript $compiler, $moduleResolution", async (setup) => {
    const model = modelAt(`${shared}/models/sqs-2012-11-05.json`);
    const { name, project } = await installPackage(generate(model, { packageName: "@example/sqs" }));
    expect(await compileNarrowing(project, "@aws-sdk/client-sqs", setup)).toBe("");
    expect(await compileNarrowing(project, name, setup)).toBe("");
  });
});
