import { sdkStreamMixin } from "@smithy/core/serde";
import type { HttpResponse, SdkStream } from "@smithy/types";

/**
 * The body of an answer as a stream that knows how to collect itself: `transformToByteArray`, `transformToString` and
 * `transformToWebStream`. Undefined where there is no body.
 */
export const readStream = <T>({ body }: HttpResponse): T =>
  (body === undefined || body === null ? undefined : (sdkStreamMixin(body) as SdkStream<unknown>)) as T;
