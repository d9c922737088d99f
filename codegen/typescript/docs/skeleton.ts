import type { EnumIr, IntEnumIr, MemberIr, ScalarRef, TypeIr, TypeRef } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { literal, propertyName } from "./literal.ts";

/** Whether a value is sent or received: bytes and streams are shown as what a caller writes, or gets. */
export type Direction = "input" | "output";

/** A shape met at more depths, or more often, is from then on shown by its name: `"<AttributeValue>"`. */
const MOST = { depths: 2, times: 5 };
/** After so many lines each further shape is shown by its name: a longer example helps nobody. */
const LONGEST = 2000;

/**
 * A structure spelled out with all its members, as the documented examples show inputs and outputs:
 *
 *     { // ForgotPasswordRequest
 *       ClientId: "STRING_VALUE", // required
 *       ClientMetadata: { // ClientMetadataType
 *         "<keys>": "STRING_VALUE",
 *       },
 *     };
 *
 * A shape's name is said where it is first spelled out. Nothing, and a structure without members, is `{};`.
 */
export const skeleton = (
  id: ShapeId | undefined,
  types: ReadonlyMap<ShapeId, TypeIr>,
  direction: Direction,
): readonly string[] => {
  const type = id === undefined ? undefined : types.get(id);
  return type?.kind === "structure" ? new Skeleton(types, direction).of(type) : ["{};"];
};

/** Where a value stands: what is before it on its line, how deep, and whether it must be there. */
interface Place {
  readonly label: string;
  readonly depth: number;
  readonly required: boolean;
}

class Skeleton {
  readonly #types: ReadonlyMap<ShapeId, TypeIr>;
  readonly #direction: Direction;
  readonly #met = new Map<ShapeId, { times: number; readonly depths: Set<number> }>();
  readonly #named = new Set<ShapeId>();
  readonly #lines: string[] = [];

  constructor(types: ReadonlyMap<ShapeId, TypeIr>, direction: Direction) {
    this.#types = types;
    this.#direction = direction;
  }

  of(type: TypeIr): readonly string[] {
    this.#type(type, { label: "", depth: 0, required: false });
    // The statement's end, where a member would have its comma.
    const last = this.#lines.pop() ?? "";
    return [...this.#lines, last.replace(/,$/, ";")];
  }

  #value(ref: TypeRef, place: Place): void {
    switch (ref.kind) {
      case "scalar": {
        const [value, remark] = scalar(ref, this.#direction);
        this.#line(place, `${value},`, remark);
        return;
      }
      case "list":
        this.#aggregate(ref, place, "[]", () => this.#value(ref.element, inside(place, "")));
        return;
      case "map":
        this.#aggregate(ref, place, "{}", () => this.#value(ref.value, inside(place, '"<keys>": ')));
        return;
      case "named": {
        const type = this.#types.get(ref.id);
        if (type !== undefined) this.#type(type, place);
        return;
      }
      default:
        ref satisfies never;
    }
  }

  #type(shape: TypeIr, place: Place): void {
    switch (shape.kind) {
      case "enum":
      case "intEnum":
        this.#line(place, `${alternatives(shape)},`);
        return;
      case "structure":
        if (shape.members.length === 0) this.#line(place, "{},");
        else this.#aggregate(shape, place, "{}", () => this.#members(shape.members, place));
        return;
      case "union":
        this.#aggregate(shape, place, "{}", () => this.#members(shape.members, place), "Union: only one key present");
        return;
      default: {
        shape satisfies never;
      }
    }
  }

  #members(members: readonly MemberIr[], place: Place): void {
    for (const { name, type, presence } of members) {
      this.#value(type, inside(place, `${propertyName(name)}: `, presence.required));
    }
  }

  /** Braces or brackets around what `content` writes, or the shape's name where it was spelled out often enough. */
  #aggregate(shape: Named, place: Place, brackets: "{}" | "[]", content: () => void, remark = ""): void {
    if (this.#isEnough(shape.id, place.depth)) {
      this.#line(place, `"<${shape.name}>",`);
      return;
    }
    const name = this.#named.has(shape.id) ? "" : shape.name;
    this.#named.add(shape.id);
    this.#line(place, brackets.charAt(0), [name, remark].filter((part) => part !== "").join(" "));
    content();
    this.#line({ ...place, label: "", required: false }, `${brackets.charAt(1)},`);
  }

  #isEnough(id: ShapeId, depth: number): boolean {
    const met = this.#met.get(id) ?? { times: 0, depths: new Set() };
    this.#met.set(id, met);
    met.times++;
    met.depths.add(depth);
    return met.times > MOST.times || met.depths.size > MOST.depths || this.#lines.length > LONGEST;
  }

  #line({ label, depth, required }: Place, text: string, remark = ""): void {
    const remarks = `${remark === "" ? "" : ` // ${remark}`}${required ? " // required" : ""}`;
    this.#lines.push(`${"  ".repeat(depth)}${label}${text}${remarks}`);
  }
}

/** Of enums that were spelled out before: some have hundreds of values, and each operation shows them. */
const known = new WeakMap<EnumIr | IntEnumIr, string>();

/** `"SMS" || "EMAIL"` */
const alternatives = (type: EnumIr | IntEnumIr): string => {
  const text = known.get(type) ?? (type.values.map(({ value }) => literal(value)).join(" || ") || '"STRING_VALUE"');
  known.set(type, text);
  return text;
};

type Named = Pick<TypeIr, "id" | "name">;

const inside = ({ depth }: Place, label: string, required = false): Place => ({ label, depth: depth + 1, required });

/** A value in the place of a scalar, and the remark on it. */
const scalar = (ref: ScalarRef, direction: Direction): readonly [string, string?] => {
  switch (ref.scalar) {
    case "string":
      return ['"STRING_VALUE"'];
    case "boolean":
      return ["true || false"];
    case "timestamp":
      return ['new Date("TIMESTAMP")'];
    case "document":
      return ['"DOCUMENT_VALUE"'];
    case "blob":
      return blob(ref, direction);
    case "integer":
      return ['Number("int")'];
    case "bigInteger":
      return ['Number("bigint")'];
    case "bigDecimal":
      return ['Number("bigdecimal")'];
    default:
      return [`Number("${ref.scalar}")`];
  }
};

const blob = ({ streaming }: ScalarRef, direction: Direction): readonly [string, string?] => {
  if (direction === "input") {
    return streaming
      ? ['"MULTIPLE_TYPES_ACCEPTED"', "see @smithy/types -> StreamingBlobPayloadInputTypes"]
      : ["new Uint8Array()", 'e.g. Buffer.from("") or new TextEncoder().encode("")'];
  }
  return streaming ? ['"<SdkStream>"', "see @smithy/types -> StreamingBlobPayloadOutputTypes"] : ["new Uint8Array()"];
};
