import type { ConfigPart, Customization, Plugin } from "./customizations.ts";

/** Operations whose answer can be an error though its status is 200: those that read a document of one. */
const ERRORS_IN_200 = (
  "AbortMultipartUpload CreateSession DeleteObject DeleteObjectAnnotation DeleteObjectTagging GetBucketAbac " +
  "GetBucketAccelerateConfiguration GetBucketAcl GetBucketAnalyticsConfiguration GetBucketCors GetBucketEncryption " +
  "GetBucketIntelligentTieringConfiguration GetBucketInventoryConfiguration GetBucketLifecycleConfiguration " +
  "GetBucketLocation GetBucketLogging GetBucketMetadataConfiguration GetBucketMetadataTableConfiguration " +
  "GetBucketMetricsConfiguration GetBucketNotificationConfiguration GetBucketOwnershipControls GetBucketPolicyStatus " +
  "GetBucketReplication GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite GetObjectAcl " +
  "GetObjectLegalHold GetObjectLockConfiguration GetObjectRetention GetObjectTagging GetPublicAccessBlock HeadBucket " +
  "ListBucketAnalyticsConfigurations ListBucketIntelligentTieringConfigurations ListBucketInventoryConfigurations " +
  "ListBucketMetricsConfigurations ListBuckets ListDirectoryBuckets ListMultipartUploads ListObjectAnnotations " +
  "ListObjectVersions ListObjects ListObjectsV2 RenameObject CompleteMultipartUpload CopyObject " +
  "CreateMultipartUpload GetObjectAttributes ListParts UploadPartCopy CreateBucket DeleteObjects " +
  "PutBucketLifecycleConfiguration PutObjectAcl PutObjectLegalHold PutObjectLockConfiguration PutObjectRetention " +
  "PutObjectTagging UpdateObjectEncryption HeadObject PutObjectAnnotation RestoreObject PutObject UploadPart"
).split(" ");

/** Operations that take a customer's own encryption key, which is sent with its digest. */
const CUSTOMER_KEYS = (
  "CompleteMultipartUpload CopyObject CreateMultipartUpload GetObject GetObjectAttributes HeadObject ListParts " +
  "PutObject SelectObjectContent UploadPart UploadPartCopy"
).split(" ");

/** In the official order. */
const COMMANDS: readonly (readonly [operations: readonly string[], plugin: Plugin])[] = [
  [["PutObject"], "getCheckContentLengthHeaderPlugin"],
  [ERRORS_IN_200, "getThrow200ExceptionsPlugin"],
  [["CreateBucket"], "getLocationConstraintPlugin"],
  [CUSTOMER_KEYS, "getSsecPlugin"],
  [["GetObject", "HeadObject"], "getS3ExpiresMiddlewarePlugin"],
];

const CONFIG: ConfigPart = {
  after: "auth",
  resolve: "resolveS3Config",
  inputConfig: "S3InputConfig",
  resolvedConfig: "S3ResolvedConfig",
  // Directory buckets are signed for with the credentials of a session, which the client asks for by itself.
  argument: ({ operations }, scope) => {
    const create = operations.find(({ name }) => name === "CreateSession");
    const command =
      create === undefined
        ? scope.support("s3-session", "NoSessionCommand")
        : scope.symbol(scope.names.command(create).command);
    return `{ session: [() => this, ${command}] }`;
  },
  defaults: new Map([
    ["disableS3ExpressSessionAuth", { node: "NODE_DISABLE_S3_EXPRESS_SESSION_AUTH_OPTIONS", from: "loaderConfig" }],
    ["useArnRegion", { node: "NODE_USE_ARN_REGION_CONFIG_OPTIONS", from: "loaderConfig" }],
  ]),
};

/** What the official client of S3 does that its model doesn't say. */
export const S3: Customization = {
  parts: [CONFIG],
  options: [],
  plugins: [],
  lastPlugins: [
    "getValidateBucketNamePlugin",
    "getAddExpectContinuePlugin",
    "getRegionRedirectMiddlewarePlugin",
    "getS3ExpressPlugin",
    "getS3ExpressHttpSigningPlugin",
  ],
  commands: new Map(
    [...new Set(COMMANDS.flatMap(([operations]) => operations))].map((operation) => [
      operation,
      COMMANDS.filter(([operations]) => operations.includes(operation)).map(([, plugin]) => plugin),
    ]),
  ),
};

const CONTROL_CONFIG: ConfigPart = {
  after: "endpoint",
  resolve: "resolveS3ControlConfig",
  inputConfig: "S3ControlInputConfig",
  resolvedConfig: "S3ControlResolvedConfig",
  defaults: new Map([["useArnRegion", { node: "NODE_USE_ARN_REGION_CONFIG_OPTIONS", from: "loaderConfig" }]]),
};

/** The same of S3 Control, whose rules put the account before the host name, as the operations' own prefixes do. */
export const S3_CONTROL: Customization = {
  parts: [CONTROL_CONFIG],
  options: [],
  plugins: ["getHostPrefixDeduplicationPlugin"],
  commands: new Map([
    ["CreateBucket", ["getRedirectFromPostIdPlugin"]],
    ["ListRegionalBuckets", ["getRedirectFromPostIdPlugin"]],
  ]),
  otherCommands: ["getProcessArnablesPlugin"],
};
