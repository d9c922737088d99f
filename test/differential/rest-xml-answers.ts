import fc from "fast-check";
import type { MemberIr, OperationIr, ServiceIr, StructureIr } from "../../codegen/ir/types.ts";
import { type ShapeId, nameOf as shapeName } from "../../codegen/smithy/shape-id.ts";
import { type Answer, type Body, ids, PLAIN, statusesOfErrors, statusesOfSuccess } from "./answers.ts";
import { additions, codes, element, messages, oddBodies, requestIds } from "./query-answers.ts";
import { Shapes } from "./shapes.ts";
import { xmlErrors, xmlOutputs } from "./xml-outputs.ts";
import { type Element, isElement } from "./xml-text.ts";
import { XmlValues } from "./xml-values.ts";

/** Errors aren't wrapped everywhere, so that none holds another. */
const others = additions.filter((found) => found.every(({ name }) => name !== "Error"));

/** Answers to the operations of a service that speaks restXml. */
export class RestXmlAnswers {
  readonly #service: ServiceIr;
  readonly #shapes: Shapes;
  readonly #errors: Shapes;
  readonly #values: XmlValues;

  constructor(service: ServiceIr) {
    this.#service = service;
    this.#shapes = new Shapes(service, xmlOutputs);
    this.#errors = new Shapes(service, xmlErrors);
    this.#values = new XmlValues(service);
  }

  to(operation: OperationIr): fc.Arbitrary<Answer> {
    const answers = this.#answers(operation);
    // An answer to HEAD has no body.
    return operation.http?.method === "HEAD" ? answers.map((answer) => ({ ...answer, body: { text: "" } })) : answers;
  }

  #answers(operation: OperationIr): fc.Arbitrary<Answer> {
    return fc.oneof(
      { withCrossShrink: true },
      { weight: 12, arbitrary: this.#success(operation) },
      { weight: 8, arbitrary: this.#error(operation) },
      { weight: 1, arbitrary: this.#odd() },
    );
  }

  #success({ name, output, unwrappedXmlOutput }: OperationIr): fc.Arbitrary<Answer> {
    return fc.tuple(statusesOfSuccess, ids, this.#shapes.structure(output)).map(([status, id, value]) => {
      const { headers, body } = this.#bound(name, this.#structure(output), value as object);
      // The element of the one member is the root, and has the name space of the service.
      const [only] = unwrappedXmlOutput && "root" in body ? body.root.children.filter(isElement) : [];
      if (only !== undefined)
        return {
          status,
          headers: { ...headers, ...id },
          body: { root: { ...only, attributes: { xmlns: this.#service.xmlNamespace?.uri ?? "" } } },
        };
      return { status, headers: { ...headers, ...id }, body };
    });
  }

  /** What of a structure goes into headers, and the document of what doesn't. */
  #bound(name: string, type: StructureIr | undefined, value: object): Pick<Answer, "headers" | "body"> {
    const members = new Map((type?.members ?? []).map((member): [string, MemberIr] => [member.name, member]));
    const headers: Record<string, string> = {};
    const inside: [string, unknown][] = [];
    let body: Body | undefined;
    for (const [key, inner] of Object.entries(value)) {
      const member = members.get(key);
      if (member?.binding.kind === "header") headers[member.binding.name.toLowerCase()] = String(inner);
      else if (member?.binding.kind === "prefixHeaders")
        for (const [rest, text] of Object.entries(inner as object)) headers[`${member.binding.prefix}${rest}`] = text;
      else if (member?.binding.kind === "payload" && member.type.kind === "named")
        body = { root: this.#values.structure(key, this.#structure(member.type.id), inner) };
      else if (member?.binding.kind === "payload") body = { text: String(inner) };
      else inside.push([key, inner]);
    }
    const root = this.#values.structure(`${name}Result`, type, Object.fromEntries(inside));
    return { headers, body: body ?? { root } };
  }

  #error({ errors }: OperationIr): fc.Arbitrary<Answer> {
    const modelled = errors.map((id) =>
      fc.tuple(codes(shapeName(id)), this.#errors.structure(id), fc.constant(this.#structure(id))),
    );
    const unmodelled = fc.tuple(
      fc.constantFrom("NoSuchBucket", "SlowDown", "__proto__").chain(codes),
      fc.constant<unknown>({}),
      fc.constant<StructureIr | undefined>(undefined),
    );
    const root = fc
      .tuple(fc.oneof(...modelled, unmodelled), messages, others, requestIds)
      .map(([[code, value, type], message, addition, requestId]): Element => {
        const { children } = this.#values.structure("Error", type, value);
        const id = requestId === undefined ? [] : [requestId];
        const error = element("Error", ...code, ...message, ...children, ...addition, ...id);
        return this.#service.noErrorWrapping ? error : element("ErrorResponse", error, ...id);
      });
    return fc.record({ status: statusesOfErrors, headers: ids, body: root.map((root) => ({ root })) }, PLAIN);
  }

  #structure(id: ShapeId | undefined): StructureIr | undefined {
    const type = id === undefined ? undefined : this.#service.typesById.get(id);
    return type?.kind === "structure" ? type : undefined;
  }

  #odd(): fc.Arbitrary<Answer> {
    return fc.record(
      {
        status: fc.constantFrom(200, 200, 204, 302, 400, 404, 500, 503),
        headers: ids,
        // Some of the official client's commands take what is blank for an error.
        body: oddBodies.filter((text) => text === "" || text.trim() !== "").map((text) => ({ text })),
      },
      PLAIN,
    );
  }
}
