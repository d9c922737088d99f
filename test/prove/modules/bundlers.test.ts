import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { namesIn, shaken } from "../../support/shaking.ts";
import { pack } from "../../unit/package/packed.ts";
import { bundlers, entryFile } from "./bundlers.ts";

const RUNTIMES = ["smithy-core", "smithy-client"] as const;

const packages = new Map(
  await Promise.all(
    RUNTIMES.map(async (runtime) => {
      const packageName = `@example/cognito-${runtime}`;
      return [runtime, await pack("model/cognito-user-pools.json", { packageName, runtime })] as const;
    }),
  ),
);

/** Sizes of bundles, for the table at the end: bundler, package, operation, bytes. */
const sizes: { readonly bundler: string; readonly of: string; readonly raw: number; readonly gzipped: number }[] = [];

afterAll(() => {
  for (const each of packages.values()) each.remove();
  const rows = sizes.map(({ bundler, of, raw, gzipped }) => `| ${bundler} | ${of} | ${raw} | ${gzipped} |`);
  const head = ["| bundler | package and operation | minified | gzipped |", "| --- | --- | --- | --- |"];
  process.stdout.write(`${[...head, ...rows].join("\n")}\n`);
});

// The short form has one bundler with a graph of its own and one without.
const chosen = Object.entries(bundlers).filter(
  ([name]) => process.env["SETUPS"] !== "few" || ["esbuild", "rollup"].includes(name),
);

describe.each(chosen)("%s", (bundler, bundle) => {
  it.each(RUNTIMES.flatMap((runtime) => shaken.map((each) => ({ runtime, ...each }))))(
    "leaves out of a program that calls $operation the other commands and their exceptions ($runtime)",
    async ({ runtime, operation, program, held, leftOut }) => {
      const { consumer = "", name = "" } = packages.get(runtime) ?? {};
      const text = await bundle(consumer, entryFile(consumer, `${operation}.mjs`, program(name)));
      const gzipped = gzipSync(text, { level: 9 }).length;
      sizes.push({ bundler, of: `${runtime}, ${operation}`, raw: Buffer.byteLength(text), gzipped });
      expect(namesIn(text, held)).toEqual(held);
      expect(namesIn(text, leftOut)).toEqual([]);
      expect(text).not.toMatch(/\bfrom ?["']node:|require\(["']node:/);
    },
  );
});
