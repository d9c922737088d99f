import { HttpRequest } from "@smithy/core/transport";
import type { BodyLengthCalculator, MetadataBearer, Pluggable } from "@smithy/types";
import { middlewareOf } from "./steps.js";

/** Tells the length of bodies that have one: `content-length`, unless the request has it already. */
export const getContentLengthPlugin = <Input extends object, Output extends MetadataBearer>(config: {
  readonly bodyLengthChecker: BodyLengthCalculator;
}): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    const middleware = middlewareOf({
      before: ({ request }) => {
        if (HttpRequest.isInstance(request) && request.body && !hasHeader(request, "content-length")) {
          const length = lengthOf(request.body, config.bodyLengthChecker);
          if (length !== undefined) {
            request.headers["content-length"] = String(length);
          }
        }
        return undefined;
      },
    });
    stack.add(middleware, {
      name: "contentLengthMiddleware",
      step: "build",
      tags: ["SET_CONTENT_LENGTH", "CONTENT_LENGTH"],
      override: true,
    });
  },
});

/** The host's header needs nothing resolved; published clients have a function of this name. */
export const resolveHostHeaderConfig = <T>(input: T): T => input;

/** In bytes; undefined for a body whose length nobody knows before its end. */
const lengthOf = (body: unknown, checker: BodyLengthCalculator): number | undefined => {
  try {
    return checker(body) ?? undefined;
  } catch {
    return undefined;
  }
};

const hasHeader = ({ headers }: HttpRequest, name: string): boolean => {
  for (const key of Object.keys(headers)) {
    if (key.length === name.length && key.toLowerCase() === name) {
      return true;
    }
  }
  return false;
};

/** Names the host: `host`, or `:authority` where the request handler speaks HTTP/2. */
export const getHostHeaderPlugin = <Input extends object, Output extends MetadataBearer>(config: {
  readonly requestHandler: object;
}): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    const middleware = middlewareOf({
      before: ({ request }) => {
        if (HttpRequest.isInstance(request)) {
          const { headers, hostname, port } = request;
          const host = port === undefined ? hostname : `${hostname}:${port}`;
          const { metadata } = config.requestHandler as { metadata?: { handlerProtocol?: string } };
          if (metadata?.handlerProtocol?.includes("h2") && !headers[":authority"]) {
            Reflect.deleteProperty(headers, "host");
            headers[":authority"] = host;
          } else if (!headers["host"]) {
            headers["host"] = host;
          }
        }
        return undefined;
      },
    });
    stack.add(middleware, {
      name: "hostHeaderMiddleware",
      step: "build",
      priority: "low",
      tags: ["HOST"],
      override: true,
    });
  },
});
