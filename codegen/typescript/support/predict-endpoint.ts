import { HttpRequest } from "@smithy/core/transport";
import type { MetadataBearer, Pluggable, UrlParser } from "@smithy/types";

/**
 * Sends `Predict` of Machine Learning to the endpoint that its input names: each model has one of its own. The plugin
 * has the name and the place of the official client's, before the host header is made and signed.
 */
export const getPredictEndpointPlugin = <Input extends { PredictEndpoint?: unknown }, Output extends MetadataBearer>({
  urlParser,
}: {
  readonly urlParser: UrlParser;
}): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    stack.add(
      (next) => async (args) => {
        const endpoint = args.input.PredictEndpoint;
        if (typeof endpoint !== "string" || endpoint === "" || !HttpRequest.isInstance(args.request)) return next(args);
        const { protocol, hostname, port, path, query = {} } = urlParser(endpoint);
        const request = Object.assign(HttpRequest.clone(args.request), { protocol, hostname, port, path, query });
        return next({ ...args, request });
      },
      { name: "predictEndpointMiddleware", step: "build", tags: ["PREDICT_ENDPOINT"], override: true },
    );
  },
});
