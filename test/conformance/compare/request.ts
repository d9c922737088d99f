import type { HttpRequest } from "@smithy/core/protocols";
import { buildQueryString } from "@smithy/core/protocols";
import type { RequestTest } from "../tests.ts";
import { bodyDifferences, octetsOf } from "./bodies.ts";
import { different } from "./values.ts";

/** Whatever of a request is not as the test says, one line each. What the test doesn't say is not compared. */
export const requestDifferences = async (test: RequestTest, request: HttpRequest): Promise<readonly string[]> => [
  ...different("method", request.method, test.method),
  ...different("uri", request.path, test.uri),
  ...(test.resolvedHost === undefined ? [] : different("host", request.hostname, test.resolvedHost)),
  ...queryDifferences(test, request),
  ...headerDifferences(test, request.headers),
  ...(test.body === undefined ? [] : bodyDifferences(await octetsOf(request.body), test.body, test.bodyMediaType)),
];

const queryDifferences = (test: RequestTest, { query }: HttpRequest): readonly string[] => {
  // As request handlers write it.
  const text = buildQueryString(query ?? {});
  const sent = text === "" ? [] : text.split("&").map(pairOf);
  const wanted = test.queryParams.map(pairOf);
  const names = new Set(wanted.map(([name]) => name));
  return [
    ...[...names].flatMap((name) =>
      // The values of one name are in order, and all of them.
      different(`query parameter ${name}`, valuesOf(sent, name), valuesOf(wanted, name)),
    ),
    ...test.forbidQueryParams
      .filter((name) => valuesOf(sent, name).length > 0)
      .map((name) => `query parameter ${name} is forbidden`),
    ...test.requireQueryParams
      .filter((name) => valuesOf(sent, name).length === 0)
      .map((name) => `query parameter ${name} is missing`),
  ];
};

/** `name` and `name=` are the same. */
const pairOf = (text: string): readonly [name: string, value: string] => {
  const [name = "", ...value] = text.split("=");
  return [name, value.join("=")];
};

const valuesOf = (pairs: readonly (readonly [string, string])[], wanted: string): readonly string[] =>
  pairs.filter(([name]) => name === wanted).map(([, value]) => value);

/** Whatever of a message's headers is not as the test says; names in any case. */
const headerDifferences = (test: RequestTest, headers: Readonly<Record<string, string>>): readonly string[] => {
  const sent = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return [
    ...[...test.headers].flatMap(([name, value]) => different(`header ${name}`, sent.get(name.toLowerCase()), value)),
    ...test.forbidHeaders.filter((name) => sent.has(name.toLowerCase())).map((name) => `header ${name} is forbidden`),
    ...test.requireHeaders.filter((name) => !sent.has(name.toLowerCase())).map((name) => `header ${name} is missing`),
  ];
};
