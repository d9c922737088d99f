import type { EnumIr, EnumValueIr, IntEnumIr } from "../../ir/types.ts";
import { byCodeUnits } from "../../smithy/order.ts";
import { comment } from "../comment.ts";
import { enumValueDocs, shapeDocs } from "../docs/shape.ts";
import { type Emission, source } from "../emitter.ts";
import { fits, objectKey, stringLiteral } from "../layout.ts";
import template from "./enums.hbs";

/** `src/models/enums.ts`: each enum as a constant of its values, and a type of the same name. */
export const enums = (emission: Emission) => {
  const { service, options, scope } = emission;
  const declared = service.types.filter(
    (type): type is EnumIr | IntEnumIr => type.kind === "enum" || type.kind === "intEnum",
  );
  if (declared.length === 0) return [];
  const value = ({ name, value, docs }: EnumValueIr<string | number>) => ({
    docs: comment(enumValueDocs(docs, options.docs), 2),
    entry: entry(objectKey(name), typeof value === "number" ? String(value) : stringLiteral(value)),
  });
  return [
    source("src/models/enums", template, emission, () => ({
      enums: declared.map((type) => {
        const { name } = scope.names.type(type.id);
        const values = [...type.values].sort((a, b) => byCodeUnits(a.name, b.name)).map(value);
        return {
          name,
          values,
          docs: comment(shapeDocs(type.docs, options.docs)),
          type: typeOfValues(name),
        };
      }),
    })),
  ];
};

/** Behind a key of up to four characters a line break would gain next to nothing, so a formatter makes none. */
const entry = (key: string, value: string): string => {
  const line = `  ${key}: ${value},`;
  return fits(line) || key.length <= 4 ? line : `  ${key}:\n    ${value},`;
};

const typeOfValues = (name: string): string => {
  const line = `export type ${name} = (typeof ${name})[keyof typeof ${name}];`;
  return fits(line) ? line : `export type ${name} =\n  (typeof ${name})[keyof typeof ${name}];`;
};
