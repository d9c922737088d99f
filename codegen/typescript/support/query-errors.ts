import type { ServiceException } from "@smithy/core/client";
import type { HttpResponse } from "@smithy/types";
import { codeOfBody, type QueryErrors } from "./json-error.js";
import { isObject, type JsonObject, setKey } from "./values.js";

/** `x-amzn-query-error: AWS.SimpleQueueService.NonExistentQueue;Sender`: what the body says of the two gives way. */
const addError = (data: JsonObject, response: HttpResponse): void => {
  const header = response.headers["x-amzn-query-error"];
  if (typeof header !== "string") {
    return;
  }
  const [Code, Type] = header.split(";");
  const error: JsonObject = { Code, Type };
  for (const key of Object.keys(data)) {
    if (key !== "__type" && key !== "Code" && key !== "Type") {
      setKey(error, key === "message" ? "Message" : key, data[key]);
    }
  }
  Object.assign(data, { Code, Type, Error: error });
};

const addMembers = (exception: ServiceException, data: JsonObject): void => {
  const error = isObject(data["Error"]) ? data["Error"] : {};
  const { requestId } = exception.$metadata;
  const message = data["Message"];
  if (message) {
    exception.message = message as string;
  }
  const Message = error["message"] ?? error["Message"] ?? message;
  Object.assign(
    exception,
    { Error: { ...error, Type: error["Type"], Code: error["Code"], Message } },
    requestId ? { RequestId: requestId } : {},
  );
};

/** The errors of a service with `aws.protocols#awsQueryCompatible`. */
export const queryErrors: QueryErrors = { codeOf: codeOfBody, addError, addMembers };
