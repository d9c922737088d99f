import { type AuthScheme, isRegional, schemesOf } from "../auth-schemes.ts";
import type { Emission } from "../emitter.ts";

/** The options of the client that a reader asks for first, each with what it means, as Markdown. */
export const configurationRows = ({ service }: Emission): readonly (readonly string[])[] => [
  ...(!isRegional(service)
    ? []
    : [["`region`", "The region to call; else `AWS_REGION` or the shared configuration file says it."]]),
  [
    "`endpoint`",
    service.rules === undefined
      ? "The address of the service. The model doesn't say it, so it has to be given."
      : "The address of the service, in place of the one that follows from the other options.",
  ],
  ...identities(schemesOf(service)),
  ["`maxAttempts`, `retryMode`", "How often a call is tried, and how retries are held back."],
  ["`requestHandler`", "Options of the HTTP handler, such as its time limits, or a handler of your own."],
  [
    "`maxResponseBodySize`",
    "How many bytes of a response are held in memory, streams aside: 64 MiB. A larger one is a `ResponseBodyTooLargeError`.",
  ],
  ["`logger`", "Told of each call, with sensitive members hidden."],
  ["`validation`", '`"required"`, or `"off"` to send inputs unseen.'],
];

const identities = (schemes: readonly AuthScheme[]): readonly (readonly string[])[] => {
  const properties = new Set(schemes.flatMap(({ property }) => (property === undefined ? [] : [property])));
  const custom = schemes.filter(({ signer }) => signer === undefined).map(({ id }) => `\`${id}\``);
  return [
    ...[...properties].map((property) => IDENTITY[property]),
    ...(custom.length === 0
      ? []
      : [
          [
            "`httpAuthSchemes`",
            `Who calls and what signs, as \`{ [id]: { identityProvider, signer } }\`, for ${custom.join(", ")}.`,
          ],
        ]),
  ];
};

const IDENTITY = {
  credentials: ["`credentials`", "Who calls: credentials, or a function that gives them."],
  token: ["`token`", "The bearer token as `{ token }`, or a function that gives it."],
  apiKey: ["`apiKey`", "The API key as `{ apiKey }`, or a function that gives it."],
  basicAuth: ["`basicAuth`", "Who calls as `{ username, password }`, or a function that gives them."],
} as const;
