import { describe, expect, it } from "vitest";
import { installPackage } from "../support/installed-package.ts";
import { generatedPackages } from "../support/package-source.ts";
import { compileWith } from "./compile.ts";

/** All setups, and that the programs compile with the official clients: `npm run prove`. */
const setup = { compiler: "5.9", moduleResolution: "bundler" } as const;

describe.each(generatedPackages())("programs of users of the official client", ({ name: title, folder }) => {
  it(`compile with ${title} when the import is changed`, async () => {
    const { name, project } = await installPackage(folder);
    expect(await compileWith(project, name, setup)).toBe("");
  });
});
