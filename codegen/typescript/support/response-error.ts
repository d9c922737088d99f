import type { HttpResponse, ResponseMetadata } from "@smithy/types";

/** An answer that could not be read to its end, or isn't what the protocol says. */
export class ResponseBodyError extends Error {
  override readonly name: string = "ResponseBodyError";
  /** Status and request id as the head of the answer gives them, and the attempts of the call. */
  readonly $metadata: ResponseMetadata;
  /** The first 200 characters of the body; empty where none were read. */
  readonly bodyStart: string;

  constructor(reason: string, response: HttpResponse, body: string, cause?: unknown) {
    const $metadata = deserializeMetadata(response);
    super(describeAnswer(reason, $metadata, body), cause === undefined ? {} : { cause });
    this.$metadata = $metadata;
    this.bodyStart = body.slice(0, SHOWN);
  }
}

/** An answer whose body is longer than what is held of one in memory. It is not tried again. */
export class ResponseBodyTooLargeError extends ResponseBodyError {
  override readonly name = "ResponseBodyTooLargeError";
  /** The limit, in bytes. */
  readonly limit: number;

  constructor(response: HttpResponse, limit: number) {
    super(`the body is larger than ${limit} bytes, the client's \`maxResponseBodySize\``, response, "");
    this.limit = limit;
  }
}

const SHOWN = 200;

/** `HTTP 502, request id 7a62: the body is not JSON. It begins with "<html>".` */
export const describeAnswer = (reason: string, $metadata: ResponseMetadata, body: string): string => {
  const requestId = $metadata.requestId ? `, request id ${$metadata.requestId}` : "";
  // Quoted as JSON, so that no line break or control character of a body gets into a log.
  const start = body === "" ? "" : ` It begins with ${JSON.stringify(body.slice(0, SHOWN))}.`;
  return `HTTP ${$metadata.httpStatusCode}${requestId}: ${reason}.${start}`;
};

/** A message without the start of a body that it ends with, which may be the start of a secret. */
export const withoutBodyStart = (message: string): string => message.replace(/ It begins with ".*"\.$/s, "");

/** Whether an answer is an error. Redirects are never followed, so they are errors too. */
export const isErrorResponse = (response: HttpResponse): boolean => response.statusCode >= 300;

/** What the head of an answer says of it. */
export const deserializeMetadata = ({ statusCode, headers }: HttpResponse): ResponseMetadata =>
  ({
    httpStatusCode: statusCode,
    requestId: headers["x-amzn-requestid"] ?? headers["x-amzn-request-id"] ?? headers["x-amz-request-id"],
    extendedRequestId: headers["x-amz-id-2"],
    cfId: headers["x-amz-cf-id"],
    // The published clients have all four keys, so that two answers' metadata compare member by member.
  }) as ResponseMetadata;
