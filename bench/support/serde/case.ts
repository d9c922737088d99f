/** A command whose request is written, or whose answer is read. */
export interface SerdeCase {
  /** As in `write BatchWriteItem`. */
  readonly title: string;
  /** The command's name without `Command`. */
  readonly command: string;
  readonly input: object;
  /** What JSON alone writes, or reads as text, in place of that. */
  readonly plain: unknown;
  /** The answer, where that is read and not the request written: its body, in the protocol's bytes. */
  readonly answer?: Uint8Array;
  /** @throws Error where a request's body, or an output, isn't what it should be */
  readonly check: (result: unknown) => void;
}

/** The commands of one service in one protocol. */
export interface SerdeService {
  readonly protocol: string;
  /** The file in `../shared/models`. */
  readonly model: string;
  /** The class of its clients. */
  readonly client: string;
  readonly official: string;
  /** An older release that shows where the newer ones came from. */
  readonly older?: string;
  readonly contentType: string;
  readonly cases: readonly SerdeCase[];
}

/** The text of a request's body, whatever the client makes it of. */
export const textOf = (body: unknown): string =>
  typeof body === "string" ? body : new TextDecoder().decode(body as Uint8Array);

/** A value as it compares: blobs may be of subclasses, objects without a prototype, and dates are their texts. */
export const comparable = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return [...value];
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, comparable(member)]));
};

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
