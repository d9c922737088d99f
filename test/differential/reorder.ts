import type { ServiceIr, TypeRef } from "../../codegen/ir/types.ts";

/** The parts of the text of a JSON object or list, each as it stands there: `["a":1,"b":[2,3]]` without the brackets. */
const partsOf = (text: string): readonly string[] => {
  const parts: string[] = [];
  let depth = 0;
  let start = 1;
  for (let at = 1; at < text.length - 1; at += 1) {
    const character = text.charAt(at);
    if (character === '"') at = endOfText(text, at);
    else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
    else if (character === "," && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return start < text.length - 1 ? [...parts, text.slice(start, -1)] : parts;
};

/** The place of the quote that ends the text that begins at another. */
const endOfText = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === "\\" ? 2 : 1;
  return at;
};

/** A body with the members of some structures, by their names, in the order in which our packages write them. */
export const reordered = (service: ServiceIr, type: TypeRef, text: string, names: ReadonlySet<string>): string => {
  if (type.kind === "scalar" || !/^[{[]/.test(text)) return text;
  if (type.kind === "list") {
    return `[${partsOf(text)
      .map((part) => reordered(service, type.element, part, names))
      .join(",")}]`;
  }
  const members = partsOf(text).map((part) => {
    const end = endOfText(part, 0) + 1;
    return { key: JSON.parse(part.slice(0, end)) as string, head: part.slice(0, end + 1), value: part.slice(end + 1) };
  });
  const named = type.kind === "named" ? service.typesById.get(type.id) : undefined;
  const known = named !== undefined && "members" in named ? named.members : [];
  const order = [...known]
    .sort((a, b) => Number(b.presence.required) - Number(a.presence.required))
    .map(({ name }) => name);
  if (named?.kind === "structure" && names.has(named.name)) {
    members.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  }
  const texts = members.map(({ key, head, value }) => {
    const of = type.kind === "map" ? type.value : known.find(({ name }) => name === key)?.type;
    return `${head}${of === undefined ? value : reordered(service, of, value, names)}`;
  });
  return `{${texts.join(",")}}`;
};
