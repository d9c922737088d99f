import type { MemberIr } from "../../ir/types.ts";
import type { ErrorContents, ProtocolFile } from "./protocol.ts";

/**
 * An error's entry in the tables of operations: its class, or, where it has more members than a message, `[Class,
 * de_Class]`. The message is read by whoever makes the exception, under its own name.
 *
 * @param wireName the name of a member in the body
 * @param read asks for the function `de_Class`
 */
export const errorEntry = (
  { structure, members, bound }: ErrorContents,
  { scope }: ProtocolFile,
  { wireName, read }: { readonly wireName: (member: MemberIr) => string; readonly read: () => string },
): string => {
  const name = scope.symbol(scope.names.type(structure.id));
  const isMessage = (member: MemberIr) => member.name === "message" && wireName(member) === "message";
  return bound.length > 0 || !members.every(isMessage) ? `[${name}, ${read()}]` : name;
};
