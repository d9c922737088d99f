import { Command, InvalidArgumentError, Option } from "commander";
import { isPackageName, isVersion } from "../config-keys.ts";
import { DEFAULTS, DOCS, type PackageOptions, RUNTIMES, VALIDATIONS } from "../options.ts";
import type { GenerateArguments } from "./generate-command.ts";
import type { Io } from "./io.ts";
import type { SliceArguments } from "./slice-command.ts";

/** What the commands do, once their arguments are read. */
export interface Actions {
  readonly generate: (args: GenerateArguments, format: "json" | "words") => Promise<void>;
  readonly slice: (args: SliceArguments) => Promise<void>;
}

interface GenerateFlags extends Omit<PackageOptions, "packageName"> {
  readonly out?: string;
  readonly config?: string;
  readonly package?: string;
  readonly check?: true;
  readonly json?: true;
  readonly force?: true;
}

/** The command line: commands, arguments, flags and their help. Wrong arguments throw a `CommanderError`. */
export const programOf = (actions: Actions, version: string, io: Io): Command => {
  const program = new Command("tinsmith")
    .description("Reads a Smithy model and writes the TypeScript SDK for it.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [COMMAND]", "print the help of a command")
    .exitOverride()
    .configureOutput({
      writeOut: io.stdout.write,
      writeErr: io.stderr.write,
      // What is wrong with the arguments is reported like all other problems.
      outputError: () => undefined,
      getOutHasColors: () => io.stdout.hasColor,
      getErrHasColors: () => io.stderr.hasColor,
    })
    .addHelpText("after", EXAMPLES);
  addGenerate(program, actions);
  addSlice(program, actions);
  return program;
};

const addGenerate = (program: Command, actions: Actions): void => {
  program
    .command("generate")
    .description("write packages from models; without a model, those of the configuration file")
    .argument("[MODEL...]", "model files (JSON AST) or folders of them", nonEmpty("A model"))
    .option("--out <DIR>", "the folder of the package", text)
    .option("--service <ID>", "the service, where the model has several", text)
    .option("--operations <NAMES>", "the operations, parted by commas (default: all)", names)
    .option("--protocol <ID>", "the protocol, where the service speaks several", text)
    .addOption(new Option("--runtime <KIND>", "what the package imports (default: smithy-core)").choices(RUNTIMES))
    .option("--package <NAME>", "the package's name", packageName)
    .option("--package-version <VERSION>", "the package's version", packageVersion)
    .addOption(
      new Option("--defaults <KIND>", "leave modelled defaults to the service, or send and fill them in").choices(
        DEFAULTS,
      ),
    )
    .addOption(
      new Option("--validation <KIND>", "refuse missing members before sending (default: required)").choices(
        VALIDATIONS,
      ),
    )
    .addOption(new Option("--docs <KIND>", "the form of documentation comments (default: markdown)").choices(DOCS))
    .option("--check", "write nothing; list what differs from the packages on disk, and exit with 1 if anything does")
    .option("--json", "print one JSON document for machines")
    .option("--force", "overwrite files that Tinsmith didn't write")
    .option("--config <FILE>", "the configuration file (default: tinsmith.config.json)", text)
    .addHelpText("after", GENERATE_EXAMPLES)
    .action(async (models: readonly string[], flags: GenerateFlags) => {
      const { out, config, package: name, check, json, force, ...rest } = flags;
      await actions.generate(
        {
          models,
          ...(out === undefined ? {} : { out }),
          ...(config === undefined ? {} : { config }),
          options: { ...rest, ...(name === undefined ? {} : { packageName: name }) },
          mode: check === true ? "check" : "write",
          force: force === true,
        },
        json === true ? "json" : "words",
      );
    });
};

const addSlice = (program: Command, actions: Actions): void => {
  program
    .command("slice")
    .description("write some operations of a model, and all they reach, as a model of its own")
    .argument("<MODEL...>", "model files (JSON AST) or folders of them", nonEmpty("A model"))
    .requiredOption("--operations <NAMES>", "the operations, parted by commas", names)
    .requiredOption("--out <FILE>", "the file to write", text)
    .option("--service <ID>", "the service, where the model has several", text)
    .addHelpText("after", SLICE_EXAMPLES)
    .action(async (models: readonly string[], flags: Omit<SliceArguments, "models">) => {
      await actions.slice({ models, ...flags });
    });
};

const text = (value: string): string => {
  if (value === "") throw new InvalidArgumentError("It is empty.");
  return value;
};

const nonEmpty =
  (what: string) =>
  (value: string, before: readonly string[] = []): readonly string[] => {
    if (value === "") throw new InvalidArgumentError(`${what} has no name.`);
    return [...before, value];
  };

/** `A,B`; the flag may be repeated. */
const names = (value: string, before: readonly string[] = []): readonly string[] => {
  const found = value.split(",").map((name) => name.trim());
  if (found.includes("")) throw new InvalidArgumentError("A name is empty.");
  return [...before, ...found];
};

const packageName = (value: string): string => {
  if (!isPackageName(value)) throw new InvalidArgumentError("npm takes no such name; one it takes: @example/client");
  return value;
};

const packageVersion = (value: string): string => {
  if (!isVersion(value)) throw new InvalidArgumentError("This is no version; one is: 1.2.3");
  return value;
};

const EXAMPLES = `
Examples:
  $ tinsmith generate                                  the packages of tinsmith.config.json
  $ tinsmith generate model.json --out sdk             one package, all operations
  $ tinsmith generate --check                          in CI: does anything differ?
  $ tinsmith slice big.json --operations GetItem,PutItem --out small.json
`;

const GENERATE_EXAMPLES = `
Examples:
  $ tinsmith generate
  $ tinsmith generate --check --json
  $ tinsmith generate model.json --out sdk --package @example/sdk --package-version 1.0.0
  $ tinsmith generate models/ --service example.weather#Weather --operations GetCity,GetForecast --out sdk

Exit codes: 0 done, 1 --check found a difference, 2 arguments or model are wrong, 3 a fault in Tinsmith.
`;

const SLICE_EXAMPLES = `
Example:
  $ tinsmith slice dynamodb.json --operations GetItem,PutItem --out model/dynamodb.json
`;
