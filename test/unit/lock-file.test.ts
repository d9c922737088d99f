import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { repositoryPath } from "../support/paths.ts";

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const text = readFileSync(repositoryPath("package-lock.json"), "utf8");
const { packages }: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(text);

/** Where Node.js would look for a package from another one's folder, nearest first. */
const places = (from: string, name: string): readonly string[] => {
  const above = from.split("/node_modules/").map((_, index, parts) => parts.slice(0, index + 1).join("/node_modules/"));
  return [...above.reverse(), ""].map((folder) => `${folder === "" ? "" : `${folder}/`}node_modules/${name}`);
};

describe("package-lock.json", () => {
  it("names no host that packages come from", () => {
    const named = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);
    expect(named.map(([path]) => path)).toEqual([]);
  });

  // Without them `npm ci` refuses the file on every platform. They get lost when a registry doesn't have them (yet).
  it("holds the optional dependencies of each package, those of other platforms too", () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !places(path, name).some((place) => place in packages)),
    );
    expect(missing).toEqual([]);
  });
});
