import { schemesOf } from "../auth-schemes.ts";
import type { Emission } from "../emitter.ts";

/** The options of the client that a reader asks for first, each with what it means, as Markdown. */
export const configurationRows = ({ service }: Emission): readonly (readonly string[])[] => [
  ...(service.aws === undefined
    ? []
    : [["`region`", "The region to call; else `AWS_REGION` or the shared configuration file says it."]]),
  [
    "`endpoint`",
    service.rules === undefined
      ? "The address of the service. The model doesn't say it, so it has to be given."
      : "The address of the service, in place of the one that follows from the other options.",
  ],
  ...schemesOf(service).flatMap(({ property }) => (property === undefined ? [] : [IDENTITY[property]])),
  ["`maxAttempts`, `retryMode`", "How often a call is tried, and how retries are held back."],
  ["`requestHandler`", "Options of the HTTP handler, such as its time limits, or a handler of your own."],
  [
    "`maxResponseBodySize`",
    "How many bytes of a response are held in memory, streams aside: 64 MiB. A larger one is a `ResponseBodyTooLargeError`.",
  ],
  ["`logger`", "Told of each call, with sensitive members hidden."],
  ["`validation`", '`"required"`, or `"off"` to send inputs unseen.'],
];

const IDENTITY = {
  credentials: ["`credentials`", "Who calls: credentials, or a function that gives them."],
  token: ["`token`", "The bearer token as `{ token }`, or a function that gives it."],
  apiKey: ["`apiKey`", "The API key as `{ apiKey }`, or a function that gives it."],
} as const;
