import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isObject, type Json, type JsonObject, own } from "../../codegen/smithy/json.ts";
import {
  closureOf,
  documentationOf,
  documentationTexts,
  membersOf,
  objectAt,
  sentencesOf,
  targetsAt,
  withoutDocumentation,
} from "../support/model-json.ts";
import { repositoryPath, sharedPath } from "../support/paths.ts";

const NAMESPACE = "com.amazonaws.cognitoidentityprovider";
const SERVICE = `${NAMESPACE}#AWSCognitoIdentityProviderService`;
const GAINED = `${NAMESPACE}#OperationNotEnabledException`;
const OPERATIONS = [
  `${NAMESPACE}#AdminResetUserPassword`,
  `${NAMESPACE}#ForgotPassword`,
  `${NAMESPACE}#GetUserAttributeVerificationCode`,
  `${NAMESPACE}#ResendConfirmationCode`,
];

const read = (path: string): JsonObject => {
  const value: Json = JSON.parse(readFileSync(path, "utf8"));
  if (!isObject(value)) throw new Error(`${path} holds no JSON object.`);
  return value;
};

const errorsAmong = (shapes: JsonObject): readonly string[] =>
  Object.keys(shapes).filter((id) => own(objectAt(shapes[id], "traits"), "smithy.api#error") !== undefined);

const ours = read(repositoryPath("model", "cognito-user-pools.json"));
const ourShapes = objectAt(ours, "shapes");

describe("model/cognito-user-pools.json", () => {
  it("holds the service, its four operations and what they reach, sorted by shape id", () => {
    const ids = Object.keys(ourShapes);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toEqual([SERVICE, ...closureOf(ourShapes, OPERATIONS)].sort());
    expect(targetsAt(ourShapes[SERVICE], "operations")).toEqual(OPERATIONS);
    expect(ids).toHaveLength(44 + 1);
    expect(errorsAmong(ourShapes)).toHaveLength(17 + 1);
  });

  it("documents each shape and each member", () => {
    const bare = [...documentationOf(ourShapes)].filter(([, text]) => !/^<p>[^<].+\.<\//s.test(text));
    expect(bare).toEqual([]);
  });

  it("has the error that the service gained on all four operations, sorted among the others", () => {
    expect(withoutDocumentation(ourShapes[GAINED] ?? null)).toEqual({
      type: "structure",
      members: { message: { target: `${NAMESPACE}#MessageType` } },
      traits: { "smithy.api#error": "client", "smithy.api#httpError": 400 },
    });
    for (const operation of OPERATIONS) {
      const errors = targetsAt(ourShapes[operation], "errors");
      expect(errors).toContain(GAINED);
      expect(errors).toEqual([...errors].sort());
    }
  });
});

const published = sharedPath("models", "cognito-identity-provider-2016-04-18.json");
const reason = published === undefined ? " (skipped: no folder `shared` beside this repository)" : "";

describe.skipIf(published === undefined)(`the model and the one that AWS publishes${reason}`, () => {
  const theirs = published === undefined ? {} : read(published);
  const theirShapes = objectAt(theirs, "shapes");
  const closure = [SERVICE, ...closureOf(theirShapes, OPERATIONS)].sort();

  /** The published shape as it should stand in our model: the service cut to its four operations, the gained error on each. */
  const expected = (id: string): Json => {
    const shape = objectAt(theirShapes, id);
    const facts = objectAt({ shape: withoutDocumentation(shape) }, "shape");
    const references = (ids: readonly string[]): Json => ids.map((target) => ({ target }));
    if (id === SERVICE) {
      const { resources: _resources, ...service } = facts;
      return { ...service, operations: references(OPERATIONS) };
    }
    if (!OPERATIONS.includes(id)) return facts;
    return { ...facts, errors: references([...targetsAt(shape, "errors"), GAINED].sort()) };
  };

  it("differ by one shape: the error gained since", () => {
    expect(closure).toHaveLength(44);
    expect(closure.filter((id) => errorsAmong(theirShapes).includes(id))).toHaveLength(17);
    expect(Object.keys(ourShapes).filter((id) => !closure.includes(id))).toEqual([GAINED]);
    expect({ ...ours, shapes: {} }).toEqual({ ...theirs, shapes: {} });
  });

  it.each(closure)("have the same structure, members and traits in %s", (id) => {
    expect(withoutDocumentation(ourShapes[id] ?? null)).toEqual(expected(id));
    expect([...membersOf(ourShapes[id]).keys()]).toEqual([...membersOf(theirShapes[id]).keys()]);
  });

  it("have no sentence of documentation in common", () => {
    const taken = new Set(documentationTexts(theirs).flatMap(sentencesOf));
    const written = documentationTexts(ours).flatMap(sentencesOf);
    expect(taken.size).toBeGreaterThan(1000);
    expect(written.length).toBeGreaterThan(100);
    expect(written.filter((sentence) => taken.has(sentence))).toEqual([]);
  });
});
