import { toHex } from "@smithy/core/serde";
import { HttpRequest } from "@smithy/core/transport";
import type { Checksum, ChecksumConstructor, Hash, HashConstructor, MetadataBearer, Pluggable } from "@smithy/types";
import { type BodyBytesConfig, bodyBytes } from "./body-bytes.js";

interface GlacierConfig extends BodyBytesConfig {
  readonly apiVersion: string;
  readonly sha256: ChecksumConstructor | HashConstructor;
}

const MIB = 1_048_576;

/**
 * What all requests to Glacier need beside their members: the account of the credentials where none is given, the API's
 * version, and two digests of what is uploaded. Each middleware has the name and the place of the official client's.
 */
export const getGlacierPlugin = <Input extends object, Output extends MetadataBearer>(
  config: GlacierConfig,
): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    stack.add((next) => (args) => next({ ...args, input: withAccount(args.input) }), {
      name: "accountIdDefaultMiddleware",
      step: "initialize",
      tags: ["ACCOUNT_ID_DEFAULT"],
      // Before the input is looked at for what is missing.
      priority: "high",
      override: true,
    });
    stack.add(
      (next) => (args) => {
        if (HttpRequest.isInstance(args.request)) {
          args.request.headers["x-amz-glacier-version"] = config.apiVersion;
        }
        return next(args);
      },
      { name: "addGlacierApiVersionMiddleware", step: "build", tags: ["SET_GLACIER_VERSION"], override: true },
    );
    stack.add(
      (next) => async (args) => {
        const { request } = args;
        if (HttpRequest.isInstance(request) && request.body) {
          const bytes = await bodyBytes(request, config);
          request.headers["x-amz-content-sha256"] ??= toHex(await digest([bytes], config));
          request.headers["x-amz-sha256-tree-hash"] ??= toHex(await treeHash(bytes, config));
        }
        return next(args);
      },
      { name: "addChecksumHeadersMiddleware", step: "build", tags: ["SET_CHECKSUM_HEADERS"], override: true },
    );
  },
});

/** `-` stands for the account of the credentials. */
const withAccount = <Input extends { accountId?: unknown }>(input: Input): Input =>
  input.accountId ? input : { ...input, accountId: "-" };

const digest = async (parts: readonly Uint8Array[], { sha256 }: GlacierConfig): Promise<Uint8Array> => {
  const hash: Checksum | Hash = new sha256();
  for (const part of parts) {
    hash.update(part);
  }
  return hash.digest();
};

/**
 * The digest of the digests of each MiB, two by two up to the root.
 * https://docs.aws.amazon.com/amazonglacier/latest/dev/checksum-calculations.html
 */
const treeHash = async (bytes: Uint8Array, config: GlacierConfig): Promise<Uint8Array> => {
  let level: Uint8Array[] = [];
  for (let start = 0; start === 0 || start < bytes.byteLength; start += MIB) {
    level.push(await digest([bytes.subarray(start, start + MIB)], config));
  }
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const pair = level.slice(at, at + 2);
      const [only] = pair;
      above.push(pair.length === 1 && only ? only : await digest(pair, config));
    }
    level = above;
  }
  const [root = new Uint8Array()] = level;
  return root;
};
