import type { HttpResponse, SerdeContext } from "@smithy/types";
import { readText } from "./http-body.js";
import { ResponseBodyError } from "./response-error.js";
import { parseXml, XmlElement } from "./xml-parser.js";

/**
 * The root element of an answer's body. An empty body is an element without anything in it.
 *
 * @throws ResponseBodyError where the body is not XML, or ends too soon
 */
export const readXml = async (response: HttpResponse, context: SerdeContext): Promise<XmlElement> => {
  const text = await readText(response, context);
  if (text.trim() === "") {
    return new XmlElement("");
  }
  try {
    return parseXml(text);
  } catch (error) {
    throw new ResponseBodyError("the body is not XML", response, text, error);
  }
};

/** The element of that name in the root element, which wraps it: `ListUsersResult` in `ListUsersResponse`. */
export const readWrappedXml = async (
  response: HttpResponse,
  context: SerdeContext,
  name: string,
): Promise<XmlElement> => {
  const root = await readXml(response, context);
  return root.children?.get(name)?.[0] ?? new XmlElement(name);
};

/**
 * An element around the root element, for a body whose root is a member itself. A root without text is no member: S3 says
 * so of buckets in us-east-1.
 */
export const readUnwrappedXml = async (response: HttpResponse, context: SerdeContext): Promise<XmlElement> => {
  const root = await readXml(response, context);
  const document = new XmlElement("");
  if (root.text !== "") {
    document.children = new Map([[root.name, [root]]]);
  }
  return document;
};

/** What the root element is read as; undefined where the body is empty. */
export const readXmlPayload = async <T>(
  response: HttpResponse,
  context: SerdeContext,
  read: (root: XmlElement) => T,
): Promise<T | undefined> => {
  const root = await readXml(response, context);
  return root.name === "" ? undefined : read(root);
};
