import type { Plugin as EsbuildPlugin } from "esbuild";
import type { Plugin as VitePlugin } from "vitest/config";

/** The JavaScript module that stands for a template. `file` is its absolute path. @throws Error naming the place */
export declare const compileTemplate: (text: string, file: string) => string;
export declare const templates: () => VitePlugin;
export declare const templatesForEsbuild: () => EsbuildPlugin;
