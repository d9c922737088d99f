import fc from "fast-check";
import type { OperationIr, ServiceIr, StructureIr } from "../../codegen/ir/types.ts";
import { nameOf, type ShapeId } from "../../codegen/smithy/shape-id.ts";
import { type Answer, ids, PLAIN, statusesOfErrors, statusesOfSuccess } from "./answers.ts";
import { Shapes } from "./shapes.ts";
import { texts } from "./texts.ts";
import { xmlErrors, xmlOutputs } from "./xml-outputs.ts";
import { type Element, isElement, type Node } from "./xml-text.ts";
import { XmlValues } from "./xml-values.ts";

export const element = (name: string, ...children: readonly Node[]): Element => ({ name, children });

export const oddBodies = fc.oneof(
  fc.constantFrom(
    ...["", " ", "\n", "{}", "text", "<", "<a", "<a>", "<a></b>", "<a/><b/>", "<a/>", "<a>text</a>"],
    ...["<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a>&b;</a>", "<a>&#x110000;</a>", "<a>b & c</a>", "<?xml?><a/>"],
    ...["<?xml version='1.0'?>\n<a/>\n", "<!-- a --><a/>", "<Error/>", "<ErrorResponse><Error/></ErrorResponse>"],
    ...["<html><body>Bad gateway<br></body></html>"],
  ),
  texts,
);

/** The element that holds an error, in the forms that services have given it; those of EC2 have their own. */
const wrapped = (error: Element, requestId: Element | undefined, ec2: boolean): fc.Arbitrary<Element> => {
  const ids = requestId === undefined ? [] : [requestId];
  return fc.oneof(
    { withCrossShrink: true },
    { weight: ec2 ? 1 : 8, arbitrary: fc.constant(element("ErrorResponse", error, ...ids)) },
    { weight: ec2 ? 8 : 1, arbitrary: fc.constant(element("Response", element("Errors", error), ...ids)) },
    { weight: 1, arbitrary: fc.constant(error) },
    { weight: 1, arbitrary: fc.constant(element("ErrorResponse", ...error.children, ...ids)) },
  );
};

export const requestIds = fc.option(
  fc.constantFrom(element("RequestId", "in-the-body"), element("RequestID", "in-the-body"), element("RequestId")),
  { nil: undefined },
);

export const codes = (name: string): fc.Arbitrary<readonly Element[]> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 10, arbitrary: fc.constant([element("Code", name)]) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<readonly Element[]>(
        [],
        [element("Code")],
        [element("Code", ` ${name} `)],
        [element("Code", name.toLowerCase())],
        [element("code", name)],
        [element("Code", "400")],
        [element("Code", { verbatim: `<![CDATA[${name}]]>` })],
      ),
    },
  );

export const messages = fc.oneof(
  { withCrossShrink: true },
  fc.constant<readonly Element[]>([]),
  texts.map((text) => [element("Message", text)]),
  texts.map((text) => [element("message", text)]),
  fc.constantFrom<readonly Element[]>(
    [element("Message")],
    [element("message"), element("Message", "other")],
    [element("message", "a"), element("Message", "b")],
  ),
);

export const types = fc.constantFrom<readonly Element[]>([], [element("Type", "Sender")], [element("Type")]);

export const additions = fc.oneof(
  { withCrossShrink: true },
  { weight: 20, arbitrary: fc.constant<readonly Element[]>([]) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("NotInTheModel", "name", "stack", "cause", "toString", "$fault", "Error")
      .map((name) => [element(name, "mine")]),
  },
);

/** Answers to the operations of a service that speaks awsQuery or ec2Query. */
export class QueryAnswers {
  readonly #service: ServiceIr;
  readonly #shapes: Shapes;
  readonly #errors: Shapes;
  readonly #values: XmlValues;
  readonly #ec2: boolean;

  constructor(service: ServiceIr) {
    this.#service = service;
    this.#ec2 = service.protocol === "aws.protocols#ec2Query";
    this.#shapes = new Shapes(service, xmlOutputs);
    this.#errors = new Shapes(service, xmlErrors);
    this.#values = new XmlValues(service);
  }

  to(operation: OperationIr): fc.Arbitrary<Answer> {
    return fc.oneof(
      { withCrossShrink: true },
      { weight: 12, arbitrary: this.#success(operation) },
      { weight: 8, arbitrary: this.#error(operation) },
      { weight: 1, arbitrary: this.#odd() },
    );
  }

  #success({ name, output }: OperationIr): fc.Arbitrary<Answer> {
    const type = this.#structure(output);
    const root = fc
      .tuple(this.#shapes.structure(output), fc.integer({ min: 0, max: 20 }))
      .map(([value, form]): Element => {
        const result = this.#values.structure(`${name}Result`, type, value);
        const id = element("RequestId", "in-the-body");
        const metadata = element("ResponseMetadata", id);
        const uri = this.#service.xmlNamespace?.uri;
        const attributes = uri === undefined ? {} : { attributes: { xmlns: uri } };
        const usual = this.#ec2 ? [id, ...result.children] : [result, metadata];
        const children = form === 0 ? [metadata] : form === 1 ? result.children : usual;
        return { name: `${name}Response`, ...attributes, children };
      });
    return fc.record({ status: statusesOfSuccess, headers: ids, body: root.map((root) => ({ root })) }, PLAIN);
  }

  #error({ errors }: OperationIr): fc.Arbitrary<Answer> {
    const elsewhere = this.#service.types.flatMap((type) => (type.kind === "structure" && type.error ? [type.id] : []));
    const modelled = (of: readonly ShapeId[]) =>
      of.map((id) => {
        const type = this.#structure(id);
        const code = (this.#ec2 ? undefined : type?.error?.queryCode) ?? nameOf(id);
        return fc.tuple(codes(code), this.#errors.structure(id), fc.constant(type));
      });
    const unmodelled = [
      fc.tuple(
        fc.constantFrom("NotInTheModel", "Error", "__proto__", "constructor").chain(codes),
        fc.constant<unknown>({}),
        fc.constant<StructureIr | undefined>(undefined),
      ),
    ];
    const root = fc
      .tuple(
        fc.oneof(
          { weight: 8, arbitrary: fc.oneof(...modelled(errors), ...unmodelled) },
          { weight: 2, arbitrary: fc.oneof(...modelled(elsewhere), ...unmodelled) },
        ),
        messages,
        types,
        additions,
        requestIds,
      )
      .chain(([[code, value, type], message, sort, addition, requestId]) => {
        const { attributes, children } = this.#values.structure("Error", type, value);
        const members = children.filter((child) => !isElement(child) || !/^[Mm]essage$/.test(child.name));
        const error = element("Error", ...sort, ...code, ...message, ...members, ...addition);
        return wrapped(attributes === undefined ? error : { ...error, attributes }, requestId, this.#ec2);
      })
      .chain((root) => {
        const { xmlNamespace } = this.#service;
        const named = { ...root, attributes: { xmlns: xmlNamespace?.uri ?? "" } };
        return xmlNamespace === undefined ? fc.constant(root) : fc.constantFrom(root, named);
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
        body: oddBodies.map((text) => ({ text })),
      },
      PLAIN,
    );
  }
}
