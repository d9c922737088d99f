import type { MemberShape, Shape } from "../smithy/shapes.ts";
import { ec2QueryName } from "../smithy/traits/aws-protocols.ts";
import { xmlAttribute, xmlFlattened, xmlName, xmlNamespace } from "../smithy/traits/xml.ts";
import type { XmlIr } from "./types.ts";

/**
 * What XML and the query protocols say of a shape or member with traits of its own; undefined where it has none.
 * A member doesn't take on its target's: a structure's `@xmlName` is for where it is the root.
 * https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings
 */
export const xmlOf = ({ traits }: Shape | MemberShape): XmlIr | undefined => {
  const name = traits.get(xmlName);
  const namespace = traits.get(xmlNamespace);
  const queryName = traits.get(ec2QueryName);
  const attribute = traits.has(xmlAttribute);
  const flattened = traits.has(xmlFlattened);
  if (!attribute && !flattened && (name ?? namespace ?? queryName) === undefined) return undefined;
  return {
    attribute,
    flattened,
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(queryName === undefined ? {} : { ec2QueryName: queryName }),
  };
};
