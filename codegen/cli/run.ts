import { inspect } from "node:util";
import { CommanderError } from "commander";
import { type Diagnostic, DiagnosticsError } from "../smithy/diagnostics.ts";
import { version } from "../version.ts";
import type { GeneratePackage } from "./generate-command.ts";
import type { Io } from "./io.ts";
import { problems } from "./problems.ts";
import { type Actions, programOf } from "./program.ts";
import { print, visible } from "./report.ts";

/** 0 done, 1 `--check` found drift, 2 arguments or model are wrong, 3 a fault in Tinsmith. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface World {
  readonly io: Io;
  readonly generatePackage: GeneratePackage;
}

/** Carries out a command line and says what came of it. Never throws. */
export const run = async (argv: readonly string[], { io, generatePackage }: World): Promise<ExitCode> => {
  let code: ExitCode = 0;
  let format: "json" | "words" = argv.includes("--json") ? "json" : "words";
  const actions: Actions = {
    generate: async (args, wanted) => {
      format = wanted;
      const { generateCommand } = await import("./generate-command.ts");
      const { report, isDrift } = await generateCommand(args, generatePackage);
      print(report, format, io);
      code = isDrift ? 1 : 0;
    },
    slice: async (args) => {
      const { sliceCommand } = await import("./slice-command.ts");
      const { isWritten, diagnostics } = sliceCommand(args);
      print({ diagnostics, packages: [] }, "words", io);
      io.stdout.write(`${visible(args.out)}: ${isWritten ? "written" : "unchanged"}\n`);
    },
  };
  const refuse = (diagnostics: readonly Diagnostic[]): ExitCode => {
    print({ diagnostics, packages: [] }, format, io);
    return 2;
  };
  try {
    await programOf(actions, version(), io).parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof DiagnosticsError) return refuse(error.diagnostics);
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : refuse(argumentFaults(error));
    io.stderr.write(faultText(error));
    return 3;
  }
};

/** Help that is printed because no command is named has said it all. */
const argumentFaults = (error: CommanderError): readonly Diagnostic[] =>
  error.code === "commander.help" ? [] : [problems.badArguments(sentence(error.message))];

/** `error: unknown option '--x'` as a sentence: `Unknown option '--x'.` */
const sentence = (message: string): string => {
  const text = message.replace(/^error: /, "").replaceAll("\n", " ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.)?]$/.test(text) ? "" : "."}`;
};

const faultText = (error: unknown): string => {
  return [
    "This is a fault in Tinsmith itself, not in your model or your arguments. No package was left half-written.",
    "Please report it, with the lines below and, if you may, the model.",
    "",
    inspect(error),
    "",
  ].join("\n");
};
