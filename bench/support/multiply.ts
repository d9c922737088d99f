import { readFileSync } from "node:fs";

interface Shape {
  readonly type: string;
  readonly traits?: Readonly<Record<string, unknown>>;
}

interface Model {
  readonly smithy: string;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/**
 * A model with as many operations as asked for: copies of those of another, each with shapes of its own, but for errors,
 * which a service has few of. In copy 7, `example#GetCity` is `example#GetCity7`.
 *
 * @param file a model of one service, in the JSON AST
 * @returns the text of the model
 */
export const multiplied = (file: string, operations: number): string => {
  const { smithy, shapes } = JSON.parse(readFileSync(file, "utf8")) as Model;
  const [service, facts] = Object.entries(shapes).find(([, { type }]) => type === "service") ?? [];
  if (service === undefined) throw new Error(`${file} has no service.`);
  const isCopied = ([id, { traits }]: readonly [string, Shape]): boolean =>
    id !== service && !Object.hasOwn(traits ?? {}, "smithy.api#error");
  const copied = Object.fromEntries(Object.entries(shapes).filter(isCopied));
  const text = JSON.stringify(copied);
  const names = Object.keys(copied).filter((id) => copied[id]?.type === "operation");
  const copies = Array.from({ length: Math.ceil(operations / names.length) }, (_, index) => index);
  const parts = copies.map((copy): object => {
    const renamed = text.replace(/"([\w.]+#\w+)"/g, (whole, id: string) => (id in copied ? `"${id}${copy}"` : whole));
    return JSON.parse(renamed) as object;
  });
  const bound = copies.flatMap((copy) => names.map((name) => ({ target: `${name}${copy}` }))).slice(0, operations);
  return JSON.stringify({
    smithy,
    shapes: Object.assign({ ...shapes, [service]: { ...facts, operations: bound } }, ...parts),
  });
};
