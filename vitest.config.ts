import { defineConfig } from "vitest/config";
import { templates } from "./codegen/typescript/templates.build.mjs";

export default defineConfig({
  plugins: [templates()],
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
