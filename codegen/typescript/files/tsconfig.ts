import type { File } from "../../output/file.ts";
import { render } from "../templates.ts";
import cjs from "./tsconfig.cjs.hbs";
import es from "./tsconfig.hbs";

/**
 * `tsconfig.json`, which makes ES modules in `dist-es` and is what editors read, and `tsconfig.cjs.json`, which makes
 * CommonJS of the same sources in `dist-cjs`. Both give types, source maps and declaration maps.
 */
export const tsconfigs = (): readonly File[] => [
  { path: "tsconfig.json", text: render(es, {}) },
  { path: "tsconfig.cjs.json", text: render(cjs, {}) },
];
