#!/usr/bin/env node
import module from "node:module";

// Node.js 22.1 and later keep compiled code between runs. What is imported after this line profits.
(module as { readonly enableCompileCache?: () => void }).enableCompileCache?.();

const main = async (): Promise<void> => {
  const [{ run }, { processIo }] = await Promise.all([import("./cli/run.ts"), import("./cli/io.ts")]);
  process.exitCode = await run(process.argv.slice(2), {
    io: processIo(),
    generatePackage: async (model, options) => (await import("./generate.ts")).generatePackage(model, options),
  });
};

void main();
