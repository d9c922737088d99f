import type { MemberIr } from "../../ir/types.ts";
import type { Json } from "../../smithy/json.ts";
import type { FileScope } from "../file-scope.ts";
import { stringLiteral } from "../layout.ts";
import { memoryDefault } from "./defaults.ts";
import type { Container } from "./shape-functions.ts";

/** A default as the value that a caller gives and gets, which is also the one that is written. */
export const cborDefault = ({ type }: MemberIr, value: Json, scope: FileScope): string => {
  if (type.kind !== "scalar" || type.scalar !== "blob") return memoryDefault(type, value, scope);
  if (value === "") return `new ${scope.global("Uint8Array")}()`;
  return `${scope.use("fromBase64")}(${stringLiteral(String(value))})`;
};

/** `mapList`, `mapSparseMap`: the support function that goes through a list or map. */
export const containerFunction = (type: Container, scope: FileScope): string =>
  scope.support("values", `map${type.sparse ? "Sparse" : ""}${type.kind === "list" ? "List" : "Map"}`);
