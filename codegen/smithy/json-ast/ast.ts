import { problems } from "../diagnostic-table.ts";
import type { Faults } from "../faults.ts";
import { isObject, type Json, type JsonObject, own } from "../json.ts";
import { nearest } from "../nearest.ts";
import { isShapeId, type ShapeId } from "../shape-id.ts";
import type { Source } from "../source.ts";
import {
  type Application,
  FIXED_MEMBERS,
  isShapeType,
  type MemberDraft,
  type Property,
  SHAPE_TYPES,
  type ShapeDraft,
  type ShapeType,
  type Version,
} from "./draft.ts";
import { Form } from "./form.ts";

/** What one model file says. */
export interface Document {
  readonly source: Source;
  readonly metadata: readonly (readonly [string, Json])[];
  readonly shapes: readonly ShapeDraft[];
  readonly applications: readonly Application[];
}

/**
 * Reads a model file of Smithy 1.0 or 2.0. Values of wrong forms are reported.
 * https://smithy.io/2.0/spec/json-ast.html
 */
export const readDocument = (json: Json, source: Source, faults: Faults): Document => {
  const root = new Form(json, { source, faults });
  const shapes: ShapeDraft[] = [];
  const applications: Application[] = [];
  if (root.object === undefined) return { source, metadata: [], shapes, applications };
  const version = readVersion(root);
  for (const [id, form] of root.at("shapes")?.entries ?? []) {
    if (form.object === undefined) continue;
    const type = form.at("type");
    const name = type?.string;
    if (type === undefined) form.report(problems.missingProperty(id, "type"));
    if (!isShapeId(id) || (id.includes("$") && name !== "apply")) form.report(problems.invalidShapeId(id), "key");
    if (type === undefined || name === undefined) continue;
    const traits = readTraits(form);
    if (name === "apply") applications.push({ id, traits, source });
    else if (name === "set" && version === 1) {
      shapes.push(readShape(id, "list", form, { ...traits, "smithy.api#uniqueItems": {} }, source, version));
    } else if (isShapeType(name)) shapes.push(readShape(id, name, form, traits, source, version));
    else type.report(problems.unknownShapeType(name, nearest(name, SHAPE_TYPES)));
  }
  const metadata = (root.at("metadata")?.entries ?? []).map(([key, value]) => [key, value.json] as const);
  return { source, metadata, shapes, applications };
};

const readVersion = (root: Form): Version => {
  const form = root.at("smithy");
  if (form === undefined) root.report(problems.missingProperty("A model", "smithy"));
  const version = form?.string;
  if (version === undefined || /^2(\.0)?$/.test(version)) return 2;
  if (/^1(\.0)?$/.test(version)) return 1;
  form?.report(problems.unsupportedVersion(version));
  return 2;
};

const NO_TRAITS: JsonObject = {};
const readTraits = (form: Form): JsonObject => {
  const traits = isObject(form.json) ? own(form.json, "traits") : undefined;
  if (traits === undefined) return NO_TRAITS;
  return isObject(traits) ? traits : (form.at("traits")?.object ?? NO_TRAITS);
};

const readShape = (
  id: ShapeId,
  type: ShapeType,
  form: Form,
  traits: JsonObject,
  source: Source,
  version: Version,
): ShapeDraft => {
  const mixins = form.at("mixins")?.targets ?? NO_MIXINS;
  const members = new Map<string, MemberDraft>();
  let malformed = false;
  const addMember = (name: string, member: Form): void => {
    const target = member.target;
    if (target === undefined) malformed = true;
    else members.set(name, { name, target, traits: readTraits(member), container: id, containerType: type, source });
  };
  let properties: Map<string, Property> | undefined;
  const known = PROPERTIES[type] ?? NO_PROPERTIES;
  for (const key of Object.keys(form.object ?? {})) {
    const value = COMMON.has(key) ? undefined : form.at(key);
    if (value === undefined) continue;
    const read = known[key];
    if (read !== undefined) {
      const property = read(value);
      if (property === undefined) continue;
      properties ??= new Map();
      properties.set(key, property);
    } else if (FIXED_MEMBERS[type]?.includes(key)) addMember(key, value);
    else if (key === "members" && WITH_MEMBERS.has(type)) {
      for (const [name, member] of value.entries) {
        if (!MEMBER_NAME.test(name)) member.report(problems.invalidMemberName(name), "key");
        addMember(name, member);
      }
    } else value.report(problems.unknownProperty(key, type), "key");
  }
  return { id, type, source, version, traits, members, malformed, mixins, properties: properties ?? NOTHING };
};

const NO_MIXINS: readonly ShapeId[] = [];
const NOTHING: ReadonlyMap<string, Property> = new Map();

const MEMBER_NAME = /^(?:_+[A-Za-z0-9]|[A-Za-z])[A-Za-z0-9_]*$/;
const COMMON: ReadonlySet<string> = new Set(["type", "traits", "mixins"]);
const WITH_MEMBERS: ReadonlySet<ShapeType> = new Set<ShapeType>(["structure", "union", "enum", "intEnum"]);

type ReadProperty = (form: Form) => Property | undefined;

const text: ReadProperty = (form) => {
  const read = form.string;
  return read === undefined ? undefined : { form: "text", text: read };
};
const reference: ReadProperty = (form) => {
  const target = form.target;
  return target === undefined ? undefined : { form: "reference", target };
};
const references: ReadProperty = (form) => ({
  form: "references",
  targets: form.targets,
});
const named: ReadProperty = (form) => {
  const targets = new Map<string, ShapeId>();
  for (const [name, element] of form.entries) {
    const target = element.target;
    if (target !== undefined) targets.set(name, target);
  }
  return { form: "named", targets };
};
const names: ReadProperty = (form) => {
  const renamed = new Map<ShapeId, string>();
  for (const [id, element] of form.entries) {
    const name = element.string;
    if (name !== undefined) renamed.set(id, name);
  }
  return { form: "names", names: renamed };
};

/** What the JSON AST lets shapes say beside traits, mixins and members. Looked up by untrusted keys: no prototype. */
const table = (rows: Readonly<Record<string, ReadProperty>>): Readonly<Record<string, ReadProperty>> =>
  Object.assign(Object.create(null) as Record<string, ReadProperty>, rows);
const NO_PROPERTIES = table({});
const PROPERTIES: Readonly<Partial<Record<ShapeType, Readonly<Record<string, ReadProperty>>>>> = {
  service: table({ version: text, operations: references, resources: references, errors: references, rename: names }),
  operation: table({ input: reference, output: reference, errors: references }),
  resource: table({
    identifiers: named,
    properties: named,
    put: reference,
    create: reference,
    read: reference,
    update: reference,
    delete: reference,
    list: reference,
    operations: references,
    collectionOperations: references,
    resources: references,
  }),
};
