import { defineConfig } from "vitest/config";
import { templates } from "./codegen/typescript/templates.build.mjs";

/**
 * Proofs of generated packages with real parts, `npm run prove`: servers, a browser, all supported compilers. They take
 * minutes, and may need what `npm test` does without.
 */
export default defineConfig({
  plugins: [templates()],
  test: {
    include: ["test/prove/**/*.test.ts"],
    // One after the other: each has processes of its own to wait for.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
