import type { HeaderBag, QueryParameterBag } from "@smithy/types";
import { uriEncode } from "./uri-encode.js";
import { setKey } from "./values.js";

/** Values by the names that they go by in a query or in headers. What is null or undefined isn't sent. */
type Values = Readonly<Record<string, unknown>>;

/** The query of a request. A list is a parameter for each of its values but those that are null; an empty one is none. */
export const query = (values: Values | null | undefined): QueryParameterBag => {
  const target: QueryParameterBag = {};
  for (const name of Object.keys(values ?? {})) {
    const value = values?.[name];
    if (Array.isArray(value)) {
      const texts = value.filter((element) => element !== undefined && element !== null).map(String);
      if (texts.length > 0) {
        setKey(target, name, texts);
      }
    } else if (value !== undefined && value !== null) {
      setKey(target, name, String(value));
    }
  }
  return target;
};

/** The query of a request that has parameters of any name, of which those that have a member of their own give way to it. */
export const mergedQuery = (others: Values | null | undefined, values: Values): QueryParameterBag => {
  const target = query(others);
  const named = query(values);
  for (const name of Object.keys(named)) {
    setKey(target, name, named[name]);
  }
  return target;
};

/** The headers of a request. */
export const headers = (values: Values): HeaderBag => {
  const target: HeaderBag = {};
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value !== undefined && value !== null) {
      setKey(target, name, String(value));
    }
  }
  return target;
};

/** The headers of a request that has some with a prefix, of which those that have a member of their own give way to it. */
export const prefixedHeaders = (prefix: string, others: Values | null | undefined, values: Values = {}): HeaderBag => {
  const all: Record<string, unknown> = {};
  for (const name of Object.keys(others ?? {})) {
    setKey(all, prefix + name.toLowerCase(), others?.[name]);
  }
  return { ...headers(all), ...headers(values) };
};

/** A list in one header, `1, 2, 3`, without its nulls. */
export const headerList = (
  list: readonly unknown[] | null | undefined,
  each: (element: never) => unknown = String,
): string | undefined =>
  list
    ?.filter((element) => element !== undefined && element !== null)
    .map((element) => each(element as never))
    .join(", ");

/** A text in a list in a header: one with a comma or a quote in it is quoted. */
export const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replace(/["\\]/g, "\\$&")}"` : text);

/**
 * A member in the path, as one segment.
 *
 * @throws TypeError where there is none, or it is empty: the path would be another operation's
 */
export const label = (value: unknown, member: string): string => uriEncode(present(value, member));

/** The same with as many segments as it has. */
export const greedyLabel = (value: unknown, member: string): string =>
  present(value, member).split("/").map(uriEncode).join("/");

const present = (value: unknown, member: string): string => {
  if (value === undefined || value === null || value === "") {
    throw new TypeError(`${member} is part of the request's path and must not be empty.`);
  }
  return String(value);
};
