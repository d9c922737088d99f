import { HttpRequest, HttpResponse } from "@smithy/core/transport";
import type { DeserializeMiddleware, HandlerExecutionContext, Logger, MetadataBearer, Pluggable } from "@smithy/types";
import { withoutBodyStart } from "./response-error.js";

/**
 * Logs each attempt as it goes over the wire: `client.middlewareStack.use(wireLogPlugin({ logger: console }))`.
 * Requests and responses come as `debug`, attempts that end without a response as `error`. A body is shown as the input
 * or output that it stands for, with sensitive members hidden, and credentials in headers are hidden.
 */
export const wireLogPlugin = <Input extends object, Output extends MetadataBearer>({
  logger,
}: {
  readonly logger: Pick<Logger, "debug" | "error">;
}): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    // Inputs are only seen before they are serialized, and requests only after they are signed.
    const inputs = new WeakMap<HandlerExecutionContext, unknown>();
    stack.add(
      (next, context) => async (args) => {
        inputs.set(context, args.input);
        return next(args);
      },
      { name: "wireLogInputMiddleware", step: "initialize", priority: "low", override: true },
    );
    stack.add(logAttempt(logger, inputs), {
      name: "wireLogMiddleware",
      step: "deserialize",
      priority: "high",
      override: true,
    });
  },
});

const logAttempt =
  <Input extends object, Output extends MetadataBearer>(
    logger: Pick<Logger, "debug" | "error">,
    inputs: WeakMap<HandlerExecutionContext, unknown>,
  ): DeserializeMiddleware<Input, Output> =>
  (next, context) =>
  async (args) => {
    const call = { clientName: context.clientName, commandName: context.commandName };
    const { inputFilterSensitiveLog, outputFilterSensitiveLog } = context as Filters;
    logger.debug({
      ...call,
      request: describeRequest(args.request),
      input: shown(inputs.get(context), inputFilterSensitiveLog),
    });
    try {
      const result = await next(args);
      const { $metadata, ...output } = result.output ?? ({} as Partial<MetadataBearer>);
      logger.debug({
        ...call,
        response: describeResponse(result.response),
        output: shown(output, outputFilterSensitiveLog),
      });
      return result;
    } catch (error) {
      const { $response } = error as { $response?: unknown };
      logger.error({
        ...call,
        ...($response === undefined ? {} : { response: describeResponse($response) }),
        error: describeError(error),
      });
      throw error;
    }
  };

interface Filters {
  readonly inputFilterSensitiveLog?: Filter;
  readonly outputFilterSensitiveLog?: Filter;
}
type Filter = (value: unknown) => unknown;

const shown = (value: unknown, filter: Filter | undefined): unknown => (filter ? filter(value) : value);

const describeRequest = (request: unknown): unknown =>
  HttpRequest.isInstance(request)
    ? {
        method: request.method,
        url: `${request.protocol}//${request.hostname}${request.port ? `:${request.port}` : ""}${request.path}`,
        headers: withoutSecrets(request.headers),
      }
    : undefined;

const describeResponse = (response: unknown): unknown =>
  HttpResponse.isInstance(response)
    ? { statusCode: response.statusCode, headers: withoutSecrets(response.headers) }
    : undefined;

const describeError = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${withoutBodyStart(error.message)}` : String(error);

const SECRET = /^(?:authorization|proxy-authorization|cookie|set-cookie|x-amz-security-token|x-api-key)$/i;

const withoutSecrets = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, SECRET.test(name) ? "***" : value]));
