import type { MemberIr, OperationIr, ServiceIr, TypeRef } from "../../ir/types.ts";
import { byCodeUnits } from "../../smithy/order.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { type Emission, source } from "../emitter.ts";
import type { FileScope } from "../file-scope.ts";
import { fits, list, stringLiteral } from "../layout.ts";
import { memberName, type Names, type PackageSymbol } from "../naming.ts";
import { memberOf } from "../protocols/members.ts";
import { typeExpression } from "../types.ts";
import template from "./validation.hbs";

type Container = Extract<TypeRef, { kind: "list" | "map" }>;

/**
 * `src/validation.ts`: a function for each structure and union that an input reaches and that requires something of a
 * caller, at any depth. No file where nothing is required, or inputs aren't checked.
 */
export const validation = (emission: Emission) => {
  const { service, options } = emission;
  if (options.validation === "off") return [];
  const checks = checksOf(service);
  const wanted = inputsClosure(service).filter((id) => checks.has(id));
  if (wanted.length === 0) return [];
  return [
    source("src/validation", template, emission, (scope) => {
      const writer = new ValidatorWriter(service, scope, checks);
      const shapes = wanted.map((id) => ({ name: validatorName(scope.names, id), text: writer.shape(id) }));
      const all = [...shapes.sort(byName), ...writer.containers.sort(byName)];
      return { validators: all.map(({ text }, index) => ({ text, last: index === all.length - 1 })) };
    }),
  ];
};

interface Declaration {
  readonly name: string;
  readonly text: string;
}

const byName = (a: Declaration, b: Declaration): number => byCodeUnits(a.name, b.name);

/** The function that checks an operation's input; undefined where nothing in it is required. */
export const validatorOf = ({ service, scope }: Emission, operation: OperationIr): PackageSymbol | undefined =>
  operation.input !== undefined && checksOf(service).has(operation.input)
    ? { name: validatorName(scope.names, operation.input), file: "validation" }
    : undefined;

const validatorName = (names: Names, id: ShapeId): string => `validate${names.type(id).name}`;

const known = new WeakMap<ServiceIr, ReadonlySet<ShapeId>>();

/** The structures and unions that have something to check in them, at any depth. */
const checksOf = (service: ServiceIr): ReadonlySet<ShapeId> => {
  const found = known.get(service) ?? findChecks(service);
  known.set(service, found);
  return found;
};

const findChecks = (service: ServiceIr): ReadonlySet<ShapeId> => {
  const holders = new Map<ShapeId, ShapeId[]>();
  const open: ShapeId[] = [];
  for (const type of service.types) {
    if (!("members" in type)) continue;
    if (type.members.some((member) => isChecked(member))) open.push(type.id);
    for (const member of type.members) {
      const target = shapeIn(member.type);
      if (target === undefined) continue;
      const users = holders.get(target) ?? [];
      users.push(type.id);
      holders.set(target, users);
    }
  }
  const found = new Set<ShapeId>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(holders.get(id) ?? []));
  }
  return found;
};

/** All structures and unions that inputs reach. */
const inputsClosure = (service: ServiceIr): readonly ShapeId[] => {
  const reached = new Set<ShapeId>();
  const open = service.operations.flatMap(({ input }) => (input === undefined ? [] : [input]));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const type = service.typesById.get(id);
    if (reached.has(id) || type === undefined || !("members" in type)) continue;
    reached.add(id);
    for (const member of type.members) {
      const target = shapeIn(member.type);
      if (target !== undefined) open.push(target);
    }
  }
  return [...reached];
};

const isChecked = (member: MemberIr): boolean => member.presence.checked;

/** The structure or union that a type is, or that its elements are. */
const shapeIn = (type: TypeRef): ShapeId | undefined => {
  switch (type.kind) {
    case "scalar":
      return undefined;
    case "named":
      return type.of === "structure" || type.of === "union" ? type.id : undefined;
    case "list":
      return shapeIn(type.element);
    case "map":
      return shapeIn(type.value);
  }
};

class ValidatorWriter {
  /** Functions for lists and maps within lists and maps. */
  readonly containers: Declaration[] = [];
  readonly #service: ServiceIr;
  readonly #scope: FileScope;
  readonly #checks: ReadonlySet<ShapeId>;
  readonly #containers = new Map<ShapeId, string>();
  readonly #names = new Set<string>();

  constructor(service: ServiceIr, scope: FileScope, checks: ReadonlySet<ShapeId>) {
    this.#service = service;
    this.#scope = scope;
    this.#checks = checks;
    for (const id of checks) this.#names.add(validatorName(scope.names, id));
  }

  shape(id: ShapeId): string {
    const type = this.#service.typesById.get(id);
    if (type === undefined || !("members" in type)) throw new Error(`${id} has no members.`);
    const lines = type.members.flatMap((member) => this.#member(member));
    const inputType = this.#scope.type(this.#scope.names.type(id));
    return this.#function(`export const ${validatorName(this.#scope.names, id)}`, inputType, lines);
  }

  #function(declaration: string, inputType: string, lines: readonly string[]): string {
    const check = this.#scope.support("validation", "InputCheck", {
      type: true,
      as: this.#scope.names.importAlias("InputCheck"),
    });
    const head = list("(", [`input: ${inputType}`, `check: ${check}`], ")", {
      before: `${declaration} = `,
      after: ": void => {",
    });
    return `${head}\n${lines.join("\n")}\n};`;
  }

  #member(member: MemberIr): readonly string[] {
    const value = memberOf("input", memberName(member.name), this.#scope);
    const name = stringLiteral(member.name);
    return [
      ...(isChecked(member) ? [this.#statement("checkRequired", [value, name])] : []),
      ...this.#nested(member.type, value, stringLiteral(`.${member.name}`)),
    ];
  }

  #nested(type: TypeRef, value: string, step: string): readonly string[] {
    const target = shapeIn(type);
    if (target === undefined || !this.#checks.has(target)) return [];
    switch (type.kind) {
      case "scalar":
        return [];
      case "named":
        return [this.#statement("checkNested", [value, step, validatorName(this.#scope.names, target)])];
      case "list":
        return [this.#statement("checkList", [value, step, this.#each(type.element)])];
      case "map":
        return [
          this.#statement("checkMap", [value, step, this.#each(type.value), ...(isSensitiveKey(type) ? ["true"] : [])]),
        ];
    }
  }

  #each(type: TypeRef): string {
    if (type.kind === "list" || type.kind === "map") return this.#container(type);
    return validatorName(this.#scope.names, shapeIn(type) ?? "");
  }

  #container(type: Container): string {
    const known = this.#containers.get(type.id);
    if (known !== undefined) return known;
    let name = `validate${type.name}`;
    while (this.#names.has(name)) name = `${name}_`;
    this.#names.add(name);
    this.#containers.set(type.id, name);
    const lines = this.#nested(type, "input", '""');
    this.containers.push({ name, text: this.#function(`const ${name}`, typeExpression(type, this.#scope), lines) });
    return name;
  }

  #statement(name: string, args: readonly string[]): string {
    const fn = this.#scope.support("validation", name);
    const all = ["check", ...args];
    const line = `  ${fn}(${all.join(", ")});`;
    return fits(line) ? line : list("(", all, ")", { before: `  ${fn}`, after: ";" });
  }
}

const isSensitiveKey = (type: Container): boolean => type.sensitive || (type.kind === "map" && type.key.sensitive);
