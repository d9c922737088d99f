/** Which published packages a generated package is made of. */
export type Runtime = "smithy-core" | "smithy-client";

/** A name that a published package exports, and how generated code calls it. */
export interface Published {
  readonly name: string;
  readonly as: string;
  readonly module: string;
}

type Entry = readonly [core: string, client: string, as?: string];

const CORE = "@smithy/core";
const CLIENT: Entry = ["@smithy/core/client", "@smithy/smithy-client"];
const SERDE: Entry = ["@smithy/core/serde", "@smithy/smithy-client"];
const SERDE_PLUGIN: Entry = ["@smithy/core/serde", "@smithy/middleware-serde"];
/** The lightest part of `@smithy/core`; the older packages load all of its protocols for the same names. */
const TRANSPORT: Entry = ["@smithy/core/transport", "@smithy/core/transport"];
const PROTOCOLS: Entry = ["@smithy/core/protocols", "@smithy/protocol-http"];
const ENDPOINTS: Entry = ["@smithy/core/endpoints", "@smithy/middleware-endpoint"];
const ENDPOINT_RULES: Entry = ["@smithy/core/endpoints", "@smithy/util-endpoints"];
const CONFIG: Entry = ["@smithy/core/config", "@smithy/config-resolver"];
const CONFIG_NODE: Entry = ["@smithy/core/config", "@smithy/node-config-provider"];
const DEFAULTS_NODE: Entry = ["@smithy/core/config", "@smithy/util-defaults-mode-node"];
const CHECKSUM: Entry = ["@smithy/core/checksum", "@smithy/core/checksum"];
const TYPES: Entry = ["@smithy/types", "@smithy/types"];
const COMPRESSION: Entry = ["@smithy/middleware-compression", "@smithy/middleware-compression"];
const AWS: Entry = ["@aws-sdk/core/client", "@aws-sdk/core/client"];
const AWS_ACCOUNT_ID: Entry = ["@aws-sdk/core/account-id-endpoint", "@aws-sdk/core/account-id-endpoint"];
const MULTI_REGION: Entry = ["@aws-sdk/signature-v4-multi-region", "@aws-sdk/signature-v4-multi-region"];
const API_GATEWAY: Entry = ["@aws-sdk/middleware-sdk-api-gateway", "@aws-sdk/middleware-sdk-api-gateway"];
const SQS: Entry = ["@aws-sdk/middleware-sdk-sqs", "@aws-sdk/middleware-sdk-sqs"];
const S3: Entry = ["@aws-sdk/middleware-sdk-s3/s3", "@aws-sdk/middleware-sdk-s3/s3"];
const S3_CONTROL: Entry = ["@aws-sdk/middleware-sdk-s3/s3-control", "@aws-sdk/middleware-sdk-s3/s3-control"];
const CHECKSUMS: Entry = ["@aws-sdk/checksums/flexible-checksums", "@aws-sdk/checksums/flexible-checksums"];
const SHA: Entry = ["@aws-sdk/checksums/sha", "@aws-sdk/checksums/sha"];
const SIGNING: Entry = ["@aws-sdk/core/httpAuthSchemes", "@aws-sdk/core/httpAuthSchemes"];

const as = (entry: Entry, alias: string): Entry => [entry[0], entry[1], alias];
const types = (alias: string): Entry => as(TYPES, alias);

/** Every published name that generated code can use: one line per import, for both runtimes. */
const TABLE = {
  // Client and commands
  Client: as(CLIENT, "__Client"),
  Command: as(CLIENT, "$Command"),
  ServiceException: as(CLIENT, "__ServiceException"),
  ExceptionOptionType: as(CLIENT, "__ExceptionOptionType"),
  ServiceExceptionOptions: as(CLIENT, "__ServiceExceptionOptions"),
  SmithyConfiguration: as(CLIENT, "__SmithyConfiguration"),
  SmithyResolvedConfiguration: as(CLIENT, "__SmithyResolvedConfiguration"),
  DefaultsMode: as(CLIENT, "__DefaultsMode"),
  NoOpLogger: CLIENT,
  SENSITIVE_STRING: CLIENT,
  createAggregatedClient: CLIENT,
  decorateServiceException: as(CLIENT, "__decorateServiceException"),
  emitWarningIfUnsupportedVersion: CLIENT,
  loadConfigsForDefaultMode: CLIENT,
  getSmithyContext: [CLIENT[0], "@smithy/util-middleware"],
  normalizeProvider: [CLIENT[0], "@smithy/util-middleware"],
  invalidProvider: [CLIENT[0], "@smithy/invalid-dependency"],

  // Serializing
  getSerdePlugin: SERDE_PLUGIN,
  NumericValue: as(SERDE, "__NumericValue"),
  LazyJsonString: as(SERDE, "__LazyJsonString"),
  AutomaticJsonStringConversion: as(SERDE, "__AutomaticJsonStringConversion"),
  generateIdempotencyToken: SERDE,
  Uint8ArrayBlobAdapter: [SERDE[0], SERDE[0]],
  parseEpochTimestamp: SERDE,
  parseRfc3339DateTimeWithOffset: SERDE,
  parseRfc7231DateTime: SERDE,
  fromBase64: ["@smithy/core/serde", "@smithy/util-base64"],
  toBase64: ["@smithy/core/serde", "@smithy/util-base64"],
  fromUtf8: ["@smithy/core/serde", "@smithy/util-utf8"],
  toUtf8: ["@smithy/core/serde", "@smithy/util-utf8"],
  calculateBodyLength: ["@smithy/core/serde", "@smithy/util-body-length-node"],

  // HTTP
  HttpRequest: as(TRANSPORT, "__HttpRequest"),
  HttpResponse: as(TRANSPORT, "__HttpResponse"),
  HttpHandlerUserInput: as(PROTOCOLS, "__HttpHandlerUserInput"),
  getHttpHandlerExtensionConfiguration: PROTOCOLS,
  resolveHttpHandlerRuntimeConfig: PROTOCOLS,
  parseUrl: TRANSPORT,

  // Compression
  getCompressionPlugin: COMPRESSION,
  resolveCompressionConfig: COMPRESSION,
  CompressionInputConfig: COMPRESSION,
  CompressionResolvedConfig: COMPRESSION,
  NODE_DISABLE_REQUEST_COMPRESSION_CONFIG_OPTIONS: COMPRESSION,
  NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_CONFIG_OPTIONS: COMPRESSION,
  DEFAULT_DISABLE_REQUEST_COMPRESSION: COMPRESSION,
  DEFAULT_NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES: COMPRESSION,

  // Endpoints
  getEndpointPlugin: ENDPOINTS,
  resolveEndpointConfig: ENDPOINTS,
  EndpointParameterInstructions: ENDPOINTS,
  EndpointParameterInstructionsSupplier: ENDPOINTS,
  resolveParams: ENDPOINTS,
  EndpointError: ENDPOINT_RULES,
  isValidHostLabel: TRANSPORT,
  awsPartition: [AWS[0], "@aws-sdk/util-endpoints", "awsPartition"],
  awsParseArn: as(AWS, "awsParseArn"),
  isVirtualHostableS3Bucket: AWS,

  // Configuration
  NODE_REGION_CONFIG_OPTIONS: CONFIG,
  loadConfig: as(CONFIG_NODE, "loadNodeConfig"),
  resolveDefaultsModeConfig: DEFAULTS_NODE,
  Md5: CHECKSUM,
  readableStreamHasher: CHECKSUM,
  blobHasher: CHECKSUM,
  Sha1: SHA,

  // Authentication and identity
  HttpApiKeyAuthSigner: [CORE, CORE],
  HttpBearerAuthSigner: [CORE, CORE],
  AwsSdkSigV4ASigner: SIGNING,
  AwsSdkSigV4AAuthInputConfig: SIGNING,
  AwsSdkSigV4AAuthResolvedConfig: SIGNING,
  resolveAwsSdkSigV4AConfig: SIGNING,
  NODE_SIGV4A_CONFIG_OPTIONS: SIGNING,
  SignatureV4MultiRegion: MULTI_REGION,

  // What AWS adds to its clients
  getRecursionDetectionPlugin: [AWS[0], "@aws-sdk/middleware-recursion-detection"],
  getUserAgentPlugin: [AWS[0], "@aws-sdk/middleware-user-agent"],
  createDefaultUserAgentProvider: [AWS[0], "@aws-sdk/util-user-agent-node"],
  createDefaultUserAgentProviderInBrowser: [
    AWS[0],
    "@aws-sdk/util-user-agent-browser",
    "createDefaultUserAgentProvider",
  ],
  getAwsRegionExtensionConfiguration: [AWS[0], "@aws-sdk/region-config-resolver"],
  resolveAwsRegionExtensionConfiguration: [AWS[0], "@aws-sdk/region-config-resolver"],

  // What AWS adds to the clients of some services
  resolveAccountIdEndpointModeConfig: AWS_ACCOUNT_ID,
  AccountIdEndpointModeInputConfig: AWS_ACCOUNT_ID,
  AccountIdEndpointModeResolvedConfig: AWS_ACCOUNT_ID,
  NODE_ACCOUNT_ID_ENDPOINT_MODE_CONFIG_OPTIONS: AWS_ACCOUNT_ID,
  DEFAULT_ACCOUNT_ID_ENDPOINT_MODE: AWS_ACCOUNT_ID,
  getLongPollPlugin: AWS,
  getAcceptHeaderPlugin: API_GATEWAY,
  resolveQueueUrlConfig: SQS,
  QueueUrlInputConfig: SQS,
  QueueUrlResolvedConfig: SQS,
  getQueueUrlPlugin: SQS,
  getReceiveMessagePlugin: SQS,
  getSendMessagePlugin: SQS,
  getSendMessageBatchPlugin: SQS,
  getFlexibleChecksumsPlugin: CHECKSUMS,
  resolveFlexibleChecksumsConfig: CHECKSUMS,
  FlexibleChecksumsInputConfig: CHECKSUMS,
  FlexibleChecksumsResolvedConfig: CHECKSUMS,
  NODE_REQUEST_CHECKSUM_CALCULATION_CONFIG_OPTIONS: CHECKSUMS,
  NODE_RESPONSE_CHECKSUM_VALIDATION_CONFIG_OPTIONS: CHECKSUMS,
  getAwsChunkedEncodingStream: ["@smithy/core/serde", "@smithy/core/serde"],
  resolveS3Config: S3,
  S3InputConfig: S3,
  S3ResolvedConfig: S3,
  NODE_DISABLE_S3_EXPRESS_SESSION_AUTH_OPTIONS: S3,
  NODE_USE_ARN_REGION_CONFIG_OPTIONS: S3,
  getAddExpectContinuePlugin: S3,
  getCheckContentLengthHeaderPlugin: S3,
  getLocationConstraintPlugin: S3,
  getRegionRedirectMiddlewarePlugin: S3,
  getS3ExpiresMiddlewarePlugin: S3,
  getS3ExpressHttpSigningPlugin: S3,
  getS3ExpressPlugin: S3,
  getSsecPlugin: S3,
  getThrow200ExceptionsPlugin: S3,
  getValidateBucketNamePlugin: S3,
  resolveS3ControlConfig: S3_CONTROL,
  S3ControlInputConfig: S3_CONTROL,
  S3ControlResolvedConfig: S3_CONTROL,
  getHostPrefixDeduplicationPlugin: S3_CONTROL,
  getProcessArnablesPlugin: S3_CONTROL,
  getRedirectFromPostIdPlugin: S3_CONTROL,

  // Types
  MetadataBearer: types("__MetadataBearer"),
  HttpHandlerOptions: types("__HttpHandlerOptions"),
  MetricsRecorder: types("__MetricsRecorder"),
  SerdeContext: types("__SerdeContext"),
  HeaderBag: types("__HeaderBag"),
  DocumentType: types("__DocumentType"),
  StreamingBlobTypes: TYPES,
  StreamingBlobPayloadInputTypes: TYPES,
  StreamingBlobPayloadOutputTypes: TYPES,
  BlobPayloadInputTypes: TYPES,
  BodyLengthCalculator: types("__BodyLengthCalculator"),
  ChecksumConstructor: types("__ChecksumConstructor"),
  HashConstructor: types("__HashConstructor"),
  Decoder: types("__Decoder"),
  Encoder: types("__Encoder"),
  Logger: types("__Logger"),
  Provider: types("__Provider"),
  StreamCollector: types("__StreamCollector"),
  StreamHasher: types("__StreamHasher"),
  GetAwsChunkedEncodingStream: TYPES,
  UrlParser: types("__UrlParser"),
  UserAgent: types("__UserAgent"),
  AwsCredentialIdentity: TYPES,
  AwsCredentialIdentityProvider: TYPES,
  TokenIdentity: TYPES,
  TokenIdentityProvider: TYPES,
  ApiKeyIdentity: TYPES,
  ApiKeyIdentityProvider: TYPES,
  DefaultExtensionConfiguration: TYPES,
  Endpoint: types("__Endpoint"),
  EndpointV2: types("__EndpointV2"),
  EndpointParameters: types("__EndpointParameters"),
  HandlerExecutionContext: TYPES,
  HttpAuthOption: TYPES,
  HttpAuthScheme: TYPES,
  HttpAuthSchemeParameters: TYPES,
  HttpAuthSchemeParametersProvider: TYPES,
  HttpAuthSchemeProvider: TYPES,
  IdentityProviderConfig: TYPES,
} as const satisfies Record<string, Entry>;

export type PublishedName = keyof typeof TABLE;

/** Names whose key says more than the name that is exported: the same name for browsers, or of AWS's own package. */
const EXPORTED: Partial<Record<PublishedName, string>> = {
  createDefaultUserAgentProviderInBrowser: "createDefaultUserAgentProvider",
  awsPartition: "partition",
  awsParseArn: "parseArn",
};

/** Where a published name comes from in this runtime, and what generated code calls it. */
export const published = (key: PublishedName, runtime: Runtime): Published => {
  const [core, client, alias]: Entry = TABLE[key];
  const name = EXPORTED[key] ?? key;
  return { name, as: alias ?? name, module: runtime === "smithy-core" ? core : client };
};

/** The module of a name that a support file imports by its module and name in the smithy-core runtime. */
export const moduleInRuntime = (module: string, name: string, runtime: Runtime): string => {
  if (runtime === "smithy-core") return module;
  for (const key of Object.keys(TABLE) as PublishedName[]) {
    const [core, client]: Entry = TABLE[key];
    if (core === module && (EXPORTED[key] ?? key) === name) return client;
  }
  return module;
};

/** `@smithy/core/client` is of the package `@smithy/core`. */
export const packageOf = (module: string): string => module.split("/").slice(0, 2).join("/");
