import { Client, Command, ServiceException } from "@smithy/core/client";
import { getContentLengthPlugin, type HttpRequest, type HttpResponse } from "@smithy/core/protocols";
import { getRetryPlugin, StandardRetryStrategy } from "@smithy/core/retry";
import { calculateBodyLength, fromBase64, fromUtf8, toBase64, toUtf8 } from "@smithy/core/serde";
import type { HttpHandlerOptions, MetadataBearer, RequestHandler, SerdeContext } from "@smithy/types";
import type { ServiceErrors } from "../../codegen/typescript/support/error-table.ts";
import { readJsonObject } from "../../codegen/typescript/support/json-body.ts";
import { readServiceError } from "../../codegen/typescript/support/json-error.ts";
import { buildRpcRequest, rpcHeaders } from "../../codegen/typescript/support/json-rpc.ts";
import { deserializeMetadata, isErrorResponse } from "../../codegen/typescript/support/response-error.ts";
import { getSerdePlugin } from "../../codegen/typescript/support/serde-plugin.ts";
import { streamCollector } from "../../codegen/typescript/support/stream-collector.ts";

/** A client put together of the support sources as a generated one is, for one operation. */

export interface PingInput {
  Text?: string;
}
export interface PingOutput extends MetadataBearer {
  [member: string]: unknown;
}

export class PingServiceException extends ServiceException {}

export class BusyException extends PingServiceException {
  override readonly name = "BusyException";
}

export const errors: ServiceErrors = {
  base: PingServiceException,
  modelled: (code, { message, $metadata }) =>
    code === "BusyException"
      ? new BusyException({
          name: code,
          $fault: "client",
          $metadata,
          message: typeof message === "string" ? message : "",
        })
      : undefined,
};

const se_PingCommand = (input: PingInput, context: SerdeContext) =>
  buildRpcRequest(context, rpcHeaders("application/x-amz-json-1.1", "Service.Ping"), JSON.stringify(input));

const de_PingCommand = async (output: HttpResponse, context: SerdeContext): Promise<PingOutput> => {
  if (isErrorResponse(output)) {
    throw await readServiceError(output, context, errors);
  }
  return { ...(await readJsonObject(output, context)), $metadata: deserializeMetadata(output) };
};

interface Config {
  requestHandler: RequestHandler<HttpRequest, HttpResponse, HttpHandlerOptions>;
}

export class PingCommand extends Command.classBuilder<PingInput, PingOutput, Config, PingInput, PingOutput>()
  .m(() => [])
  .s("Service", "Ping", {})
  .n("PingClient", "PingCommand")
  .ser(async (input, context) => se_PingCommand(input as PingInput, context as SerdeContext))
  .de((output, context) => de_PingCommand(output as HttpResponse, context as SerdeContext))
  .build() {}

/** Sends to a port of this machine; retries three times without a pause unless told otherwise. */
export const pingClient = (
  port: number,
  requestHandler: Config["requestHandler"],
  { attempts = 3, protocol = "http:" }: { readonly attempts?: number; readonly protocol?: string } = {},
) => {
  const config = {
    apiVersion: "2026-01-01",
    requestHandler,
    base64Encoder: toBase64,
    base64Decoder: fromBase64,
    utf8Encoder: toUtf8,
    utf8Decoder: fromUtf8,
    streamCollector,
    bodyLengthChecker: calculateBodyLength,
    disableHostPrefix: false,
    endpoint: async () => ({ protocol, hostname: "127.0.0.1", port, path: "/" }),
    maxAttempts: async () => attempts,
    retryStrategy: async () => new StandardRetryStrategy({ maxAttempts: attempts, baseDelay: 1 }),
  };
  const client = new Client<HttpHandlerOptions, PingInput, PingOutput, typeof config>(config);
  client.middlewareStack.use(getSerdePlugin(config));
  client.middlewareStack.use(getContentLengthPlugin(config));
  client.middlewareStack.use(getRetryPlugin(config as unknown as Parameters<typeof getRetryPlugin>[0]));
  return client;
};
