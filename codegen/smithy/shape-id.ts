/**
 * Shape ids: `namespace#Name` or `namespace#Name$member`.
 * https://smithy.io/2.0/spec/model.html#shape-id
 */
export type ShapeId = string;

const IDENTIFIER = "_*[A-Za-z][A-Za-z0-9_]*";
const NAMESPACE = `${IDENTIFIER}(?:\\.${IDENTIFIER})*`;
const ABSOLUTE = new RegExp(`^${NAMESPACE}#${IDENTIFIER}(?:\\$${IDENTIFIER})?$`);

/** Whether `text` is an absolute shape id, with or without a member: `ns#Name`, `ns#Name$member`. */
export const isShapeId = (text: string): boolean => ABSOLUTE.test(text);

/** `com.example` of `com.example#City$name`. */
export const namespaceOf = (id: ShapeId): string => id.slice(0, id.indexOf("#"));

/** `City` of `com.example#City` and of `com.example#City$name`. */
export const nameOf = (id: ShapeId): string => {
  const member = id.indexOf("$");
  return id.slice(id.indexOf("#") + 1, member === -1 ? undefined : member);
};

/** `name` of `com.example#City$name`; undefined where the id names no member. */
export const memberOf = (id: ShapeId): string | undefined => {
  const member = id.indexOf("$");
  return member === -1 ? undefined : id.slice(member + 1);
};

/** `com.example#City` of `com.example#City$name`. */
export const containerOf = (id: ShapeId): ShapeId => {
  const member = id.indexOf("$");
  return member === -1 ? id : id.slice(0, member);
};
