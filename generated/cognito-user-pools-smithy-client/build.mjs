/**
 * The first step of `npm run build`, before the compiler: empty folders for its output, so that nothing of an earlier
 * build is published, and `dist-cjs` marked as CommonJS in a package of ES modules.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";

for (const folder of ["dist-es", "dist-cjs"]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
}

const commonjs = {
  type: "commonjs",
  sideEffects: false,
  browser: {
    "./runtimeConfig.js": "./runtimeConfig.browser.js",
    "./support/stream-collector.js": "./support/stream-collector.browser.js",
    "./support/time-limits.js": "./support/time-limits.browser.js",
  },
  "react-native": {
    "./runtimeConfig.js": "./runtimeConfig.native.js",
    "./support/stream-collector.js": "./support/stream-collector.browser.js",
    "./support/time-limits.js": "./support/time-limits.browser.js",
  },
};
writeFileSync("dist-cjs/package.json", `${JSON.stringify(commonjs, null, 2)}\n`);
