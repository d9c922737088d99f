import fc from "fast-check";
import type { OperationIr, ServiceIr } from "../../codegen/ir/types.ts";
import { nameOf } from "../../codegen/smithy/shape-id.ts";
import { boundJson } from "./bound-json.ts";
import { outputs } from "./outputs.ts";
import type { Material } from "./shapes.ts";
import { Shapes } from "./shapes.ts";
import { texts } from "./texts.ts";
import { toCbor } from "./wire-cbor.ts";
import { Literal, toWire } from "./wire-json.ts";
import { type Element, xmlText } from "./xml-text.ts";

/** What a service answers to one request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
  /** What contents become: JSON where it is absent. */
  readonly form?: "cbor";
}

/**
 * Contents of JSON or CBOR or an XML document that a service means to send, or a text that is neither or needn't be, or
 * bytes in hexadecimal digits with what is wrong with them, in the words of our packages.
 */
export type Body =
  | { readonly contents: Readonly<Record<string, unknown>> }
  | { readonly root: Element }
  | { readonly text: string }
  | { readonly hex: string; readonly fault?: "the body is not CBOR" | "the body is not a map in CBOR" };

/** A body as text, contents as JSON. */
export const textOf = (body: Body): string =>
  "text" in body
    ? body.text
    : "root" in body
      ? xmlText(body.root)
      : "hex" in body
        ? Buffer.from(body.hex, "hex").toString()
        : toWire(body.contents);

/** What goes over the wire. */
export const bytesOf = ({ body, form }: Answer): Uint8Array =>
  "hex" in body
    ? Buffer.from(body.hex, "hex")
    : form === "cbor" && "contents" in body
      ? toCbor(body.contents)
      : new TextEncoder().encode(textOf(body));

export const PLAIN = { noNullPrototype: true };

/** Headers that name the request. */
export const ids = fc.oneof(
  { withCrossShrink: true },
  fc.constant({ "x-amzn-requestid": "request-1" }),
  fc.constantFrom<Record<string, string>>(
    {},
    { "x-amzn-request-id": "request-2" },
    { "x-amz-request-id": "request-3", "x-amz-id-2": "extended" },
    { "x-amzn-requestid": "", "x-amzn-request-id": "request-4", "x-amz-cf-id": "front" },
  ),
);

export const statusesOfSuccess = fc.oneof(
  { weight: 20, arbitrary: fc.constant(200) },
  { weight: 1, arbitrary: fc.constantFrom(201, 204, 299) },
);

export const statusesOfErrors = fc.oneof(
  { withCrossShrink: true },
  { weight: 5, arbitrary: fc.constant(400) },
  { weight: 2, arbitrary: fc.constantFrom(300, 304, 401, 403, 404, 429, 499, 500, 501, 502, 503, 504, 599) },
);

const oddBodies = fc.oneof(
  fc.constantFrom(
    "",
    "{}",
    " {} ",
    "null",
    "\n",
    "[]",
    "5",
    "true",
    '"text"',
    "{",
    '{"a":',
    "<html>",
    "\ufeff{}",
    "{}{}",
  ),
  texts,
);

const contents = (value: unknown): Body => ({ contents: value as Record<string, unknown> });

/** The places of a code, in the forms that services give it. */
const placed = (
  name: string,
): fc.Arbitrary<{ readonly body: Record<string, unknown>; readonly headers: Record<string, string> }> => {
  const forms = fc.constantFrom<unknown>(
    ...[
      name,
      `ns.of.it#${name}`,
      `${name}:http://example.com/`,
      `ns#${name}:http://example.com/#part`,
      `${name},other`,
    ],
    ...[
      ` ${name} `,
      name.toLowerCase(),
      "",
      400,
      null,
      {},
      new Literal("12345678901234567890"),
      `#${name}`,
      ":",
      `${name}#`,
    ],
  );
  const usual = fc.constantFrom(name, `ns.of.it#${name}`, `${name}:http://example.com/`);
  const form = fc.oneof({ withCrossShrink: true }, { weight: 3, arbitrary: usual }, { weight: 1, arbitrary: forms });
  const headerForm = form.map((value) => (typeof value === "string" ? value : name));
  return fc.oneof(
    { withCrossShrink: true },
    form.map((__type) => ({ body: { __type }, headers: {} })),
    fc
      .tuple(fc.constantFrom("code", "Code", "CODE"), form)
      .map(([key, code]) => ({ body: { [key]: code }, headers: {} })),
    headerForm.map((code) => ({ body: {}, headers: { "x-amzn-errortype": code } })),
    headerForm.map((code) => ({ body: {}, headers: { "X-Amzn-ErrorType": code } })),
    fc
      .tuple(form, form, headerForm)
      .map(([__type, code, header]) => ({ body: { __type, code }, headers: { "x-amzn-errortype": header } })),
    fc.constant({ body: {}, headers: {} }),
  );
};

const messages = fc.oneof(
  { withCrossShrink: true },
  fc.constant({}),
  texts.map((message) => ({ message })),
  texts.map((Message) => ({ Message })),
  fc.constantFrom<object>(
    { message: null },
    { message: 5 },
    { Message: {} },
    { message: "", Message: "other" },
    { message: "a", Message: "b" },
  ),
);

const additions = fc.oneof(
  { withCrossShrink: true },
  { weight: 10, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<object>(
      ...[
        { NotInTheModel: { a: [null] } },
        { name: "mine" },
        { $fault: "mine" },
        { $metadata: { a: 1 } },
        { stack: "mine" },
      ],
      ...[
        { Type: "Sender" },
        { Error: { Code: "c", message: "inner" } },
        { requestId: "r" },
        { cause: "c" },
        { toString: "t" },
      ],
    ),
  },
);

const queryErrors = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("AWS.SimpleQueueService.NonExistentQueue;Sender", "Odd", ";", "", "a;b;c")
      .map((header) => ({ "x-amzn-query-error": header })),
  },
);

/** What documents are made of in a form of contents. */
export interface Form {
  readonly material: Material;
  /** What stands now and then in the place of a document. */
  readonly odd: fc.Arbitrary<Body>;
  /** What answers say of their form. */
  readonly mark: Pick<Answer, "form">;
}

const jsonForm: Form = { material: outputs, odd: oddBodies.map((text) => ({ text })), mark: {} };

/** Answers to the operations of a service that speaks awsJson, restJson1 or RPC v2. */
export class JsonAnswers {
  readonly #service: ServiceIr;
  readonly #shapes: Shapes;
  readonly #form: Form;

  constructor(service: ServiceIr, form: Form = jsonForm) {
    this.#service = service;
    this.#shapes = new Shapes(service, form.material);
    this.#form = form;
  }

  to(operation: OperationIr): fc.Arbitrary<Answer> {
    const answers = fc.oneof(
      { withCrossShrink: true },
      { weight: 12, arbitrary: this.#success(operation) },
      { weight: 8, arbitrary: this.#error(operation) },
      { weight: 1, arbitrary: this.#odd() },
    );
    return answers.map((answer) => ({ ...answer, ...this.#form.mark }));
  }

  #success({ output }: OperationIr): fc.Arbitrary<Answer> {
    return fc.tuple(statusesOfSuccess, ids, this.#shapes.structure(output)).map(([status, id, value]) => {
      const { headers, body } = boundJson(this.#service, output, value as object);
      return { status, headers: { ...headers, ...id }, body };
    });
  }

  #error({ errors }: OperationIr): fc.Arbitrary<Answer> {
    const elsewhere = this.#service.types.flatMap((type) => (type.kind === "structure" && type.error ? [type.id] : []));
    const modelled = (of: typeof errors) =>
      of.map((id) =>
        fc.tuple(
          placed(this.#codeOf(id)),
          this.#shapes.structure(id).map((value) => boundJson(this.#service, id, value as object)),
        ),
      );
    const unmodelled = [
      fc.tuple(
        fc.constantFrom("NotInTheModel", "Error", "__proto__", "constructor").chain(placed),
        fc.constant(boundJson(this.#service, undefined, {})),
      ),
    ];
    return fc
      .tuple(
        statusesOfErrors,
        ids,
        fc.oneof(
          { weight: 8, arbitrary: fc.oneof(...modelled(errors), ...unmodelled) },
          { weight: 2, arbitrary: fc.oneof(...modelled(elsewhere), ...unmodelled) },
        ),
        messages,
        additions,
        this.#service.awsQueryCompatible ? queryErrors : fc.constant({}),
      )
      .map(([code, id, [place, members], message, addition, query]) => ({
        status: code,
        headers: { ...members.headers, ...id, ...place.headers, ...query },
        body: contents({
          ...("contents" in members.body ? members.body.contents : {}),
          ...message,
          ...addition,
          ...place.body,
        }),
      }));
  }

  #codeOf(id: OperationIr["errors"][number]): string {
    const type = this.#service.typesById.get(id);
    return (type?.kind === "structure" ? type.error?.queryCode : undefined) ?? nameOf(id);
  }

  #odd(): fc.Arbitrary<Answer> {
    return fc.record(
      {
        status: fc.constantFrom(200, 200, 204, 302, 400, 404, 500, 503),
        headers: ids,
        body: this.#form.odd,
      },
      PLAIN,
    );
  }
}
