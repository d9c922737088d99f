import type { OperationIr, ServiceIr } from "../ir/types.ts";
import type { FileScope } from "./file-scope.ts";
import { fits, list, stringLiteral } from "./layout.ts";
import type { PublishedName } from "./runtime.ts";

/** A part of a client's configuration that not every client has. */
export interface ConfigPart {
  readonly resolve: PublishedName;
  readonly inputConfig: PublishedName;
  readonly resolvedConfig: PublishedName;
  /** What stands where nothing is configured, by name. */
  readonly defaults: ReadonlyMap<string, ConfigDefault>;
}

export interface ConfigDefault {
  /** How Node.js finds it in the environment and the shared configuration files. */
  readonly node: PublishedName;
  /** The value in browsers. */
  readonly browser: PublishedName;
}

const COMPRESSION: ConfigPart = {
  resolve: "resolveCompressionConfig",
  inputConfig: "CompressionInputConfig",
  resolvedConfig: "CompressionResolvedConfig",
  defaults: new Map([
    [
      "disableRequestCompression",
      {
        node: "NODE_DISABLE_REQUEST_COMPRESSION_CONFIG_OPTIONS",
        browser: "DEFAULT_DISABLE_REQUEST_COMPRESSION",
      },
    ],
    [
      "requestMinCompressionSizeBytes",
      {
        node: "NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_CONFIG_OPTIONS",
        browser: "DEFAULT_NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
      },
    ],
  ]),
};

/** The parts of configuration that this client has beside those of every client, in the official order. */
export const configParts = (service: ServiceIr): readonly ConfigPart[] =>
  service.operations.some(({ compression }) => compression !== undefined) ? [COMPRESSION] : [];

/** A support file's plugin, made of the client's configuration alone. */
interface SupportPlugin {
  readonly file: string;
  readonly name: string;
}

/** What official clients do that no model says: `sdkId` to operation to the plugins of its command. */
const COMMAND_PLUGINS: ReadonlyMap<string, ReadonlyMap<string, readonly SupportPlugin[]>> = new Map([
  [
    "Machine Learning",
    // Published once, for packages of an older generation: https://www.npmjs.com/package/@aws-sdk/middleware-sdk-machinelearning
    new Map([["Predict", [{ file: "predict-endpoint", name: "getPredictEndpointPlugin" }]]]),
  ],
]);

/** The plugins that a command has beside those of every command, as calls that make them, four spaces in. */
export const commandPlugins = (service: ServiceIr, operation: OperationIr, scope: FileScope): readonly string[] => {
  const custom = COMMAND_PLUGINS.get(service.aws?.sdkId ?? "")?.get(operation.name) ?? [];
  return [...compression(operation, scope), ...custom.map(({ file, name }) => `${scope.support(file, name)}(config)`)];
};

const compression = (operation: OperationIr, scope: FileScope): readonly string[] => {
  if (operation.compression === undefined) return [];
  const { encodings, streamRequiresLength } = operation.compression;
  const names = encodings.map(stringLiteral);
  const length = streamRequiresLength ? ["streamRequiresLength: true"] : [];
  const open = `${scope.use("getCompressionPlugin")}(config, {`;
  const line = `${open} ${[`encodings: [${names.join(", ")}]`, ...length].join(", ")} })`;
  if (fits(`${line},`, 4)) return [line];
  const fields = [list("[", names, "]", { before: "      encodings: " }), ...length.map((field) => `      ${field}`)];
  return [`${open}\n${fields.join(",\n")},\n    })`];
};
