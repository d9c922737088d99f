import { Md5 } from "@smithy/core/checksum";
import { HttpRequest } from "@smithy/core/transport";
import type { Encoder, MetadataBearer, Pluggable } from "@smithy/types";
import { type BodyBytesConfig, bodyBytes } from "./body-bytes.js";

/**
 * Gives requests the MD5 digest of their body, for operations that want a checksum. One that a caller's middleware set
 * stays. The plugin has the name and the place of the published one.
 */
export const getContentMd5Plugin = <Input extends object, Output extends MetadataBearer>(
  config: BodyBytesConfig & { readonly base64Encoder: Encoder },
): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    stack.add(
      (next) => async (args) => {
        const { request } = args;
        if (HttpRequest.isInstance(request) && !("content-md5" in request.headers)) {
          const md5 = new Md5();
          md5.update(await bodyBytes(request, config));
          request.headers["content-md5"] = config.base64Encoder(await md5.digest());
        }
        return next(args);
      },
      {
        name: "applyMd5BodyChecksumMiddleware",
        step: "build",
        tags: ["SET_CONTENT_MD5", "BODY_CHECKSUM"],
        override: true,
      },
    );
  },
});
