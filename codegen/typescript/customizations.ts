import type { OperationIr, ServiceIr } from "../ir/types.ts";
import { CHECKSUM_OPTIONS, CHECKSUMS, checksumPlugin, usesChecksums } from "./checksums.ts";
import type { FileScope } from "./file-scope.ts";
import { fits, list, stringLiteral } from "./layout.ts";
import type { PublishedName } from "./runtime.ts";
import { S3, S3_CONTROL } from "./s3.ts";

/** A part of a client's configuration that not every client has. */
export interface ConfigPart {
  /** What is resolved before it: the endpoint's parameters, the endpoint, or authentication. */
  readonly after: "parameters" | "endpoint" | "auth";
  readonly resolve: PublishedName;
  readonly inputConfig: PublishedName;
  readonly resolvedConfig: PublishedName;
  /** A second argument of `resolve`, as the client's constructor gives it. */
  readonly argument?: (service: ServiceIr, scope: FileScope) => string;
  /** What stands where nothing is configured, by name. */
  readonly defaults: ReadonlyMap<string, ConfigDefault>;
}

export interface ConfigDefault {
  /** How Node.js finds it in the environment and the shared configuration files. */
  readonly node: PublishedName;
  /** What tells the profile and the logger for that: AWS's own `loaderConfig`, or the client's configuration as it is. */
  readonly from: "loaderConfig" | "config";
  /** The value in browsers; absent where there is none. */
  readonly browser?: PublishedName;
}

/** An option of a client's configuration that stands for itself. */
export interface ConfigOption {
  readonly name: string;
  readonly docs: string;
  readonly type: (scope: FileScope) => string;
  /** The same on all platforms, or not. */
  readonly value: PublishedName | { readonly node: PublishedName; readonly browser: PublishedName };
}

/** What makes a plugin of the client's configuration: a published function, or a support file's. */
export type Plugin = PublishedName | { readonly file: string; readonly name: string };

/** What official clients of a service do that no model says. */
export interface Customization {
  readonly parts: readonly ConfigPart[];
  readonly options: readonly ConfigOption[];
  /** Of the client's stack. */
  readonly plugins: readonly Plugin[];
  /** Of the client's stack too, behind signing, so that they can take its place. */
  readonly lastPlugins?: readonly Plugin[];
  /** Of a command's stack, by operation. */
  readonly commands: ReadonlyMap<string, readonly Plugin[]>;
  /** Of the stack of each command that isn't named there. */
  readonly otherCommands?: readonly Plugin[];
  /** Absent where the defaults are those of all clients; the delay in milliseconds. */
  readonly retry?: { readonly baseDelay: number; readonly maxAttempts: number };
}

const NONE: Customization = { parts: [], options: [], plugins: [], commands: new Map() };

/** Retries of a service that answers within milliseconds: sooner, and once more. */
const QUICK_RETRIES: Customization = { ...NONE, retry: { baseDelay: 25, maxAttempts: 4 } };

/**
 * Operations that wait for something to happen. Callers call again at once, so a call that may not be tried again for want
 * of retries waits before it fails.
 */
const longPolling = (...operations: readonly string[]): Customization => ({
  ...NONE,
  commands: new Map(operations.map((operation) => [operation, ["getLongPollPlugin"]])),
});

/** By `sdkId`. Each is what the published clients show: their configuration, and `identify()` of their stacks. */
const CUSTOMIZATIONS: ReadonlyMap<string, Customization> = new Map<string, Customization>([
  ["API Gateway", { ...NONE, plugins: ["getAcceptHeaderPlugin"] }],
  ["DynamoDB", QUICK_RETRIES],
  ["DynamoDB Streams", QUICK_RETRIES],
  // The published plugin, `@aws-sdk/middleware-sdk-glacier`, wants a function of its own for bodies on each platform.
  ["Glacier", { ...NONE, plugins: [{ file: "glacier", name: "getGlacierPlugin" }] }],
  [
    "Machine Learning",
    {
      ...NONE,
      // The published plugin, `@aws-sdk/middleware-sdk-machinelearning`, ended with an older generation of packages.
      commands: new Map([["Predict", [{ file: "predict-endpoint", name: "getPredictEndpointPlugin" }]]]),
    },
  ],
  ["S3", S3],
  ["S3 Control", S3_CONTROL],
  ["SFN", longPolling("GetActivityTask")],
  ["SWF", longPolling("PollForActivityTask", "PollForDecisionTask")],
  [
    "SQS",
    {
      parts: [
        {
          after: "endpoint",
          resolve: "resolveQueueUrlConfig",
          inputConfig: "QueueUrlInputConfig",
          resolvedConfig: "QueueUrlResolvedConfig",
          defaults: new Map(),
        },
      ],
      options: [
        {
          name: "md5",
          docs: "What computes the MD5 digests that messages are checked with; false leaves the check out.",
          type: (scope) => `${scope.useType("ChecksumConstructor")} | ${scope.useType("HashConstructor")} | false`,
          value: "Md5",
        },
      ],
      plugins: ["getQueueUrlPlugin"],
      commands: new Map<string, readonly Plugin[]>([
        ["ReceiveMessage", ["getReceiveMessagePlugin", "getLongPollPlugin"]],
        ["SendMessage", ["getSendMessagePlugin"]],
        ["SendMessageBatch", ["getSendMessageBatchPlugin"]],
      ]),
    },
  ],
]);

/** What the official client of this service does that its model doesn't say. */
export const customizationOf = (service: ServiceIr): Customization => {
  const found = CUSTOMIZATIONS.get(service.aws?.sdkId ?? "") ?? NONE;
  return usesChecksums(service) ? { ...found, options: [...CHECKSUM_OPTIONS, ...found.options] } : found;
};

const ACCOUNT_ID_ENDPOINT_MODE: ConfigPart = {
  after: "parameters",
  resolve: "resolveAccountIdEndpointModeConfig",
  inputConfig: "AccountIdEndpointModeInputConfig",
  resolvedConfig: "AccountIdEndpointModeResolvedConfig",
  defaults: new Map([
    [
      "accountIdEndpointMode",
      {
        node: "NODE_ACCOUNT_ID_ENDPOINT_MODE_CONFIG_OPTIONS",
        from: "loaderConfig",
        browser: "DEFAULT_ACCOUNT_ID_ENDPOINT_MODE",
      },
    ],
  ]),
};

const COMPRESSION: ConfigPart = {
  after: "auth",
  resolve: "resolveCompressionConfig",
  inputConfig: "CompressionInputConfig",
  resolvedConfig: "CompressionResolvedConfig",
  defaults: new Map([
    [
      "disableRequestCompression",
      {
        node: "NODE_DISABLE_REQUEST_COMPRESSION_CONFIG_OPTIONS",
        from: "config",
        browser: "DEFAULT_DISABLE_REQUEST_COMPRESSION",
      },
    ],
    [
      "requestMinCompressionSizeBytes",
      {
        node: "NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_CONFIG_OPTIONS",
        from: "config",
        browser: "DEFAULT_NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
      },
    ],
  ]),
};

/** The parts of configuration that this client has beside those of every client. */
export const configParts = (service: ServiceIr): readonly ConfigPart[] => {
  const routesByAccount = service.rules?.parameters.some(
    ({ builtIn }) => builtIn === "AWS::Auth::AccountIdEndpointMode",
  );
  const compresses = service.operations.some((operation) => operation.compression !== undefined);
  return [
    ...(service.aws !== undefined && routesByAccount ? [ACCOUNT_ID_ENDPOINT_MODE] : []),
    ...(usesChecksums(service) ? [CHECKSUMS] : []),
    ...customizationOf(service).parts,
    ...(compresses ? [COMPRESSION] : []),
  ];
};

/** The function that makes a plugin, by the name that the file calls it. */
export const pluginOf = (plugin: Plugin, scope: FileScope): string =>
  typeof plugin === "string" ? scope.use(plugin) : scope.support(plugin.file, plugin.name);

/** The plugins that a command has beside those of every command, as calls that make them, four spaces in. */
export const commandPlugins = (service: ServiceIr, operation: OperationIr, scope: FileScope): readonly string[] => [
  ...compression(operation, scope),
  ...checksumPlugin(operation, service, scope),
  ...checksum(operation, scope),
  ...pluginsOf(service, operation).map((plugin) => `${pluginOf(plugin, scope)}(config)`),
];

const pluginsOf = (service: ServiceIr, { name }: OperationIr): readonly Plugin[] => {
  const { commands, otherCommands = [] } = customizationOf(service);
  return commands.get(name) ?? otherCommands;
};

/** `@httpChecksumRequired` alone; `aws.protocols#httpChecksum` says by itself which checksums there are. */
const checksum = (operation: OperationIr, scope: FileScope): readonly string[] =>
  operation.checksumRequired && operation.checksum === undefined
    ? [`${scope.support("content-md5", "getContentMd5Plugin")}(config)`]
    : [];

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
