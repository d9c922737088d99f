import { describe, expect, it } from "vitest";
import { emissionOfShapes, fileOf, of, structure } from "./emission.ts";

const emission = (shapes: readonly string[] = [], runtime: "smithy-core" | "smithy-client" = "smithy-core") => {
  const members = Object.fromEntries(shapes.map((name, index) => [`m${index}`, of(name)]));
  const each = Object.fromEntries(shapes.map((name) => [name, structure({})]));
  return emissionOfShapes({ ...each, Input: structure(members) }, { runtime });
};

describe("a file", () => {
  it("imports what was asked for, published modules first, each name once, in the order of code units", () => {
    const file = fileOf(emission(), "commands/TakeCommand");
    expect(file.use("getSerdePlugin")).toBe("getSerdePlugin");
    expect(file.use("NoOpLogger")).toBe("NoOpLogger");
    file.use("createAggregatedClient");
    file.use("NoOpLogger");
    expect(file.symbol({ name: "b", file: "models/models_0" })).toBe("b");
    file.symbol({ name: "a", file: "ThingsClient" });
    file.symbol({ name: "c", file: "commands/OtherCommand" });
    expect(file.imports.split("\n")).toEqual(
      [
        'import { createAggregatedClient, NoOpLogger } from "@smithy/core/client";',
        'import { getSerdePlugin } from "@smithy/core/serde";',
        'import { a } from "../ThingsClient.js";',
        'import { b } from "../models/models_0.js";',
        'import { c } from "./OtherCommand.js";',
      ].map((line) => line.replace("createAggregatedClient, NoOpLogger", "NoOpLogger, createAggregatedClient")),
    );
  });

  it("imports as a type what is asked for as a type alone, and as a value what is both", () => {
    const file = fileOf(emission(), "a");
    expect(file.useType("Logger")).toBe("__Logger");
    file.type({ name: "Config", file: "b" });
    file.type({ name: "Client", file: "b" });
    file.symbol({ name: "Client", file: "b" });
    file.symbol({ name: "run", file: "c" });
    file.type({ name: "run", file: "c" });
    expect(file.imports.split("\n")).toEqual([
      'import type { Logger as __Logger } from "@smithy/types";',
      'import { Client, type Config } from "./b.js";',
      'import { run } from "./c.js";',
    ]);
  });

  it("doesn't import what it declares, nor what nobody asked for", () => {
    const file = fileOf(emission(), "models/models_0");
    expect(file.symbol({ name: "Thing", file: "models/models_0" })).toBe("Thing");
    expect(file.type({ name: "Other", file: "models/models_0" })).toBe("Other");
    expect(file.imports).toBe("");
  });

  it("takes another name for an import that the package declares itself, and one that is asked for", () => {
    const file = fileOf(emission(["NoOpLogger", "__Logger", "_NoOpLogger"]), "a");
    expect(file.use("NoOpLogger")).toBe("__NoOpLogger");
    expect(file.useType("Logger")).toBe("___Logger");
    expect(file.symbol({ name: "getRuntimeConfig", file: "runtimeConfig.shared" }, "getShared")).toBe("getShared");
    expect(file.imports.split("\n")).toEqual([
      'import { NoOpLogger as __NoOpLogger } from "@smithy/core/client";',
      'import type { Logger as ___Logger } from "@smithy/types";',
      'import { getRuntimeConfig as getShared } from "./runtimeConfig.shared.js";',
    ]);
  });

  it("reaches globals that the package declares through globalThis", () => {
    const file = fileOf(emission(["JSON"]), "a");
    expect([file.global("JSON"), file.global("Object")]).toEqual(["globalThis.JSON", "Object"]);
  });

  it.each([
    ["index", "models/models_0", "./models/models_0.js"],
    ["commands/A", "commands/B", "./B.js"],
    ["commands/A", "index", "../index.js"],
    ["a/b/c", "a/d/e", "../d/e.js"],
    ["a/b/c", "x", "../../x.js"],
  ])("from %s to %s", (from, to, path) => {
    expect(fileOf(emission(), from).pathTo(to)).toBe(path);
  });
});

describe("a package", () => {
  it.each([
    ["smithy-core", ["@smithy/core", "@smithy/types"]],
    ["smithy-client", ["@smithy/smithy-client", "@smithy/types"]],
  ] as const)("remembers what its files used: %s", (runtime, packages) => {
    const all = emission([], runtime);
    all.scope.packages.clear();
    fileOf(all, "a").use("NoOpLogger");
    fileOf(all, "b").useType("Logger");
    expect(fileOf(all, "c").moduleOf("Command")).toBe(
      runtime === "smithy-core" ? "@smithy/core/client" : "@smithy/smithy-client",
    );
    expect(fileOf(all, "d").support("values", "mapList")).toBe("mapList");
    expect([...all.scope.packages].sort()).toEqual(packages);
    expect([...all.scope.support]).toEqual(["values"]);
  });
});
