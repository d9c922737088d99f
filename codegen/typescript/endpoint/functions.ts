import { RuleSetError } from "../../ir/rule-set-error.ts";
import type { Place } from "./expressions.ts";
import {
  comparison,
  conjunction,
  isSet,
  LEVEL,
  literalValue,
  negate,
  paren,
  type RuleType,
  unguarded,
  type Value,
  value,
} from "./values.ts";

/** A call of a function of the rules language, its arguments compiled. */
export interface Arguments extends Place {
  readonly fn: string;
  readonly values: readonly Value[];
}

type Compile = (args: Arguments) => Value;

const fault = ({ path, fn }: Arguments, problem: string): RuleSetError => new RuleSetError(path, `${fn} ${problem}`);

const argument = (args: Arguments, index: number, type: RuleType): Value => {
  const found = args.values[index];
  if (found === undefined) throw fault(args, `lacks its argument ${index + 1}`);
  if (found.type !== type) throw fault(args, `takes a ${type} as its argument ${index + 1}, not a ${found.type}`);
  return found;
};

const count = (args: Arguments, least: number, most = least): void => {
  const { length } = args.values;
  if (length < least || length > most) throw fault(args, `can't have ${length} arguments`);
};

/** The conditions under which a value is set, unless it always is. */
const needs = (needed: Value, args: Arguments): readonly Value[] => {
  if (!needed.optional) return needed.guards;
  if (!needed.stable) throw fault(args, "has an argument that may be unset: assign it in a condition first");
  return [...needed.guards, isSet(needed)];
};

interface Signature {
  readonly takes: readonly RuleType[];
  readonly gives: RuleType;
  readonly optional?: boolean;
  /** What the called function is imported by; the rules language's name for it otherwise. */
  readonly as?: string;
}

/** A function that is called at run time. A last argument `false` is the function's own default. */
const called =
  ({ takes, gives, optional = false, as }: Signature): Compile =>
  (args) => {
    count(args, takes.at(-1) === "boolean" ? takes.length - 1 : takes.length, takes.length);
    const values = args.values.map((_, index) => argument(args, index, takes[index] ?? "string"));
    const key = as ?? args.fn;
    const shown = values.at(-1)?.literal === false ? values.slice(0, -1) : values;
    return value(`${args.identifier(key)}(${shown.map(({ text }) => text).join(", ")})`, gives, {
      optional,
      uses: [...shown.flatMap(({ uses }) => uses), key],
      guards: values.flatMap((needed) => needs(needed, args)),
    });
  };

/** A boolean as a condition: one that may be unset holds only where it is true. */
const condition = (of: Value): Value =>
  of.optional ? { ...comparison(paren(of, LEVEL.equality), "===", "true", of.uses), guards: of.guards } : of;

const equals =
  (type: "string" | "boolean"): Compile =>
  (args) => {
    count(args, 2);
    const pair = [argument(args, 0, type), argument(args, 1, type)] as const;
    const [left, right] = pair[0].literal === undefined ? pair : [pair[1], pair[0]];
    if (left.literal !== undefined) return literalValue(left.literal === right.literal);
    if (right.literal === true) return condition(left);
    if (right.literal === false) {
      if (!left.optional) return negate(left);
      return { ...comparison(paren(left, LEVEL.equality), "===", "false", left.uses), guards: left.guards };
    }
    const sides = [paren(left, LEVEL.unary), paren(right, LEVEL.unary)] as const;
    const compared = comparison(sides[0], "===", sides[1], [...left.uses, ...right.uses]);
    return { ...compared, guards: [...left.guards, ...right.guards] };
  };

const not: Compile = (args) => {
  count(args, 1);
  const operand = condition(argument(args, 0, "boolean"));
  return negate(conjunction([...operand.guards, { ...operand, guards: [] }]));
};

const isSetFunction: Compile = (args) => {
  count(args, 1);
  const [tested] = args.values;
  if (tested === undefined) throw fault(args, "lacks its argument");
  if (tested.optional) return isSet(tested);
  return tested.guards.length === 0 ? literalValue(true) : conjunction(tested.guards);
};

const sameType = (values: readonly Value[], args: Arguments): RuleType => {
  const [first, ...others] = values;
  if (first === undefined) throw fault(args, "lacks its arguments");
  if (others.some(({ type }) => type !== first.type)) throw fault(args, "takes arguments of one type");
  return first.type;
};

const coalesce: Compile = (args) => {
  count(args, 2, 1000);
  const type = sameType(args.values, args);
  const values = args.values.map((of) => unguarded(of, "undefined"));
  const last = values.findIndex(({ optional }) => !optional);
  const tried = last < 0 ? values : values.slice(0, last + 1);
  const [only, ...others] = tried;
  if (only !== undefined && others.length === 0) return only;
  // The chain itself needs no parentheses in a chain.
  const text = tried.map((of) => paren(of, of.level === LEVEL.nullish ? LEVEL.nullish : LEVEL.equality)).join(" ?? ");
  return value(text, type, { level: LEVEL.nullish, optional: last < 0, uses: tried.flatMap(({ uses }) => uses) });
};

const ite: Compile = (args) => {
  count(args, 3);
  const tested = condition(argument(args, 0, "boolean"));
  const type = sameType(args.values.slice(1), args);
  const branches = args.values.slice(1).map((of) => unguarded(of, "undefined"));
  const [yes, no] = branches;
  if (yes === undefined || no === undefined) throw fault(args, "lacks its arguments");
  return value(`${paren(tested, LEVEL.and)} ? ${paren(yes, LEVEL.nullish)} : ${paren(no, LEVEL.nullish)}`, type, {
    level: LEVEL.conditional,
    optional: yes.optional || no.optional,
    uses: [...tested.uses, ...yes.uses, ...no.uses],
    guards: tested.guards,
  });
};

/**
 * The functions of the rules language, but for `getAttr`.
 * https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html
 * https://smithy.io/2.0/aws/rules-engine/library-functions.html
 */
export const functions: ReadonlyMap<string, Compile> = new Map<string, Compile>([
  ["booleanEquals", equals("boolean")],
  ["stringEquals", equals("string")],
  ["not", not],
  ["isSet", isSetFunction],
  ["coalesce", coalesce],
  ["ite", ite],
  ["isValidHostLabel", called({ takes: ["string", "boolean"], gives: "boolean" })],
  ["parseURL", called({ takes: ["string"], gives: "url", optional: true, as: "parseEndpointUrl" })],
  ["split", called({ takes: ["string", "string", "number"], gives: "stringList", as: "splitString" })],
  [
    "substring",
    called({
      takes: ["string", "number", "number", "boolean"],
      gives: "string",
      optional: true,
      as: "asciiSubstring",
    }),
  ],
  ["uriEncode", called({ takes: ["string"], gives: "string" })],
  ["aws.partition", called({ takes: ["string"], gives: "partition", as: "awsPartition" })],
  ["aws.parseArn", called({ takes: ["string"], gives: "arn", optional: true, as: "awsParseArn" })],
  [
    "aws.isVirtualHostableS3Bucket",
    called({ takes: ["string", "boolean"], gives: "boolean", as: "isVirtualHostableS3Bucket" }),
  ],
]);
