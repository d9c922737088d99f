import type { GeneratePackage } from "../../codegen/cli/generate-command.ts";

/** A pipeline that makes 150 files, most of which differ by version: enough for a kill to come amid the writing. */
export const generateMany: GeneratePackage = async (_model, { packageVersion = "" }) => ({
  files: Array.from({ length: 150 }, (_, index) => {
    const folder = index % 10 === 0 ? "same" : index % 3 === 0 ? `only-${packageVersion}` : "src";
    const text = folder === "same" ? "" : packageVersion;
    return { path: `${folder}/f${index}.txt`, text: `${text} ${index}\n`.repeat(50) };
  }),
  diagnostics: [],
});
