/**
 * The version range of each published package that a generated package can depend on: the newest release that this
 * version of Tinsmith was tried with, and what is compatible with it. The owner of a package puts others in their place
 * by `dependencies` in the options.
 */
export const DEPENDENCY_RANGES: Readonly<Record<string, string>> = {
  "@aws-sdk/checksums": "^3.1002.5",
  "@aws-sdk/core": "^3.981.0",
  "@aws-sdk/credential-provider-node": "^3.972.97",
  "@aws-sdk/middleware-recursion-detection": "^3.972.57",
  "@aws-sdk/middleware-sdk-api-gateway": "^3.972.30",
  "@aws-sdk/middleware-sdk-s3": "^3.972.89",
  "@aws-sdk/middleware-sdk-sqs": "^3.972.50",
  "@aws-sdk/middleware-user-agent": "^3.972.85",
  "@aws-sdk/region-config-resolver": "^3.972.59",
  "@aws-sdk/signature-v4-multi-region": "^3.996.52",
  "@aws-sdk/token-providers": "^3.1166.0",
  "@aws-sdk/util-endpoints": "^3.996.54",
  "@aws-sdk/util-user-agent-browser": "^3.972.56",
  "@aws-sdk/util-user-agent-node": "^3.973.71",
  "@smithy/config-resolver": "^4.7.2",
  "@smithy/core": "^3.41.0",
  "@smithy/invalid-dependency": "^4.5.2",
  "@smithy/middleware-compression": "^4.6.2",
  "@smithy/middleware-endpoint": "^4.7.2",
  "@smithy/middleware-serde": "^4.5.2",
  "@smithy/node-config-provider": "^4.6.2",
  "@smithy/protocol-http": "^5.6.2",
  "@smithy/smithy-client": "^4.15.2",
  "@smithy/types": "^4.20.0",
  "@smithy/util-base64": "^4.6.2",
  "@smithy/util-body-length-node": "^4.5.2",
  "@smithy/util-defaults-mode-node": "^4.5.2",
  "@smithy/util-endpoints": "^3.7.2",
  "@smithy/util-middleware": "^4.5.2",
  "@smithy/util-utf8": "^4.5.2",
};

/** What a generated package is built with. */
export const BUILD_RANGES: Readonly<Record<string, string>> = {
  "@types/node": "^20.19.43",
  typescript: "^7.0.2",
};
