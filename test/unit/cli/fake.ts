import type { GeneratePackage } from "../../../codegen/cli/generate-command.ts";
import type { Io } from "../../../codegen/cli/io.ts";
import { type ExitCode, run } from "../../../codegen/cli/run.ts";
import { DiagnosticsError } from "../../../codegen/smithy/diagnostics.ts";

/** A model with a service and one operation, as small as can be. */
export const MODEL = JSON.stringify({
  smithy: "2.0",
  shapes: {
    "example.tin#Tin": {
      type: "service",
      version: "1",
      operations: [{ target: "example.tin#Ping" }, { target: "example.tin#Pong" }],
    },
    "example.tin#Ping": { type: "operation" },
    "example.tin#Pong": { type: "operation" },
  },
});

/**
 * Stands for the pipeline where a test is about all that is around it: a package whose files say what was asked for.
 * The version `0.0.0-warning`, `-error`, `-fault` and `-outside` give what they say.
 */
export const generateFake: GeneratePackage = async (model, options) => {
  const services = [...model.shapes.values()].filter((shape) => shape.kind === "service").map(({ id }) => id);
  const problem = {
    code: "TIN9999",
    shape: "example.tin#Tin",
    message: "It is dented.",
    help: "Beat it out.",
  } as const;
  switch (options.packageVersion) {
    case "0.0.0-error":
      throw new DiagnosticsError([{ ...problem, severity: "error" }]);
    case "0.0.0-fault":
      throw new TypeError("tin whistle");
    case "0.0.0-outside":
      return { files: [{ path: "../outside", text: "" }], diagnostics: [] };
    default:
      return {
        files: [
          { path: "options.json", text: `${JSON.stringify(options)}\n` },
          { path: "src/services.txt", text: `${services.join("\n")}\n` },
        ],
        diagnostics: options.packageVersion === "0.0.0-warning" ? [{ ...problem, severity: "warning" }] : [],
      };
  }
};

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, from the working directory. */
export const tinsmith = (...argv: readonly string[]): Promise<Ran> => runWith(generateFake, argv);

/** The same with another pipeline. */
export const runWith = async (generatePackage: GeneratePackage, argv: readonly string[]): Promise<Ran> => {
  const said = { out: "", err: "" };
  const to = (stream: keyof typeof said) => ({
    write: (text: string) => {
      said[stream] += text;
    },
    hasColor: false,
  });
  const io: Io = { stdout: to("out"), stderr: to("err") };
  const code = await run(argv, { io, generatePackage });
  return { code, ...said };
};
