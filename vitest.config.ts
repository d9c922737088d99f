import { configDefaults, defineConfig } from "vitest/config";
import { templates } from "./codegen/typescript/templates.build.mjs";

export default defineConfig({
  plugins: [templates()],
  test: {
    include: ["test/**/*.test.ts"],
    // Proofs have a configuration of their own: `npm run prove`.
    exclude: [...configDefaults.exclude, "test/prove/**"],
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
});
