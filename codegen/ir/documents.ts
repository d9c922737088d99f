import type { ShapeId } from "../smithy/shape-id.ts";
import type { TypeIr, TypeRef } from "./types.ts";

/** The protocols in which Smithy has no form for document types. https://smithy.io/2.0/aws/protocols/index.html */
const WITHOUT_DOCUMENTS: ReadonlySet<ShapeId> = new Set<ShapeId>([
  "aws.protocols#restXml",
  "aws.protocols#awsQuery",
  "aws.protocols#ec2Query",
]);

/** The members that hold documents where the protocol has no form for those: `City$details`, in the order of the types. */
export const documentsWithoutForm = (protocol: ShapeId, types: readonly TypeIr[]): readonly string[] =>
  WITHOUT_DOCUMENTS.has(protocol)
    ? types.flatMap((type) =>
        "members" in type
          ? type.members.filter((member) => holdsDocument(member.type)).map(({ name }) => `${type.name}$${name}`)
          : [],
      )
    : [];

const holdsDocument = (type: TypeRef): boolean => {
  switch (type.kind) {
    case "scalar":
      return type.scalar === "document";
    case "list":
      return holdsDocument(type.element);
    case "map":
      return holdsDocument(type.value);
    case "named":
      return false;
  }
};
