import { closure } from "../smithy/closure.ts";
import type { Problem } from "../smithy/diagnostic-table.ts";
import { type Diagnostic, DiagnosticsError } from "../smithy/diagnostics.ts";
import type { Model } from "../smithy/model.ts";
import { byCodeUnits } from "../smithy/order.ts";
import { nameOf, type ShapeId } from "../smithy/shape-id.ts";
import type { EnumShape, OperationShape, ServiceShape, Shape, StructureShape, UnionShape } from "../smithy/shapes.ts";
import { httpApiKeyAuth } from "../smithy/traits/authentication.ts";
import { sigv4, sigv4a } from "../smithy/traits/aws-auth.ts";
import { service as awsService, clientDiscoveredEndpoint } from "../smithy/traits/aws-core.ts";
import { s3UnwrappedXmlOutput } from "../smithy/traits/aws-customizations.ts";
import { awsQueryCompatible, awsQueryError, httpChecksum, restXml } from "../smithy/traits/aws-protocols.ts";
import { idempotent, readonlyTrait, retryable } from "../smithy/traits/behavior.ts";
import { type Example, examples, sensitive, title } from "../smithy/traits/documentation.ts";
import { endpoint } from "../smithy/traits/endpoint.ts";
import { httpChecksumRequired, httpError } from "../smithy/traits/http.ts";
import {
  clientContextParams,
  contextParam,
  endpointBdd,
  endpointRuleSet,
  operationContextParams,
  staticContextParams,
} from "../smithy/traits/rules-engine.ts";
import { streaming } from "../smithy/traits/streaming.ts";
import { enumValue, error } from "../smithy/traits/type-refinement.ts";
import { xmlNamespace } from "../smithy/traits/xml.ts";
import { customAuth, effectiveAuth } from "./auth.ts";
import { bindingFaults } from "./binding-faults.ts";
import { compressionOf } from "./compression.ts";
import { decodeRuleSet } from "./decode-rules.ts";
import { problems } from "./diagnostic-table.ts";
import { documentsWithoutForm } from "./documents.ts";
import type { RuleSet } from "./endpoint-rules.ts";
import { httpOf } from "./http.ts";
import { leftOut } from "./left-out.ts";
import { docs, enumMembers, members, targetOf } from "./members.ts";
import { chooseProtocol, usesHttpBindings } from "./protocol.ts";
import type {
  AwsServiceIr,
  ChecksumIr,
  EndpointParamsIr,
  ErrorIr,
  ExampleIr,
  HostPrefixPart,
  OperationIr,
  ServiceIr,
  TypeIr,
} from "./types.ts";
import { xmlOf } from "./xml.ts";

const UNIT: ShapeId = "smithy.api#Unit";

export interface Lowered {
  readonly service: ServiceIr;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What a service with some of its operations is: each shape of their closure once, with all rules of traits and members
 * resolved. Operations with event streams are left out with a warning, unless `asked` is true: then they are an error.
 *
 * @throws DiagnosticsError where the service can't be generated
 */
export const lower = (
  model: Model,
  service: ServiceShape,
  chosen: { readonly operations: readonly ShapeId[]; readonly asked: boolean; readonly protocol?: string | undefined },
): Lowered => {
  const report = (problem: Problem, shape: ShapeId = service.id): Diagnostic => ({ ...problem, shape });
  const streams = chosen.operations.filter((id) => hasEventStream(model, operationAt(model, id)));
  if (chosen.asked && streams.length > 0) {
    throw new DiagnosticsError(streams.map((id) => report(problems.eventStreamAskedFor(nameOf(id)), id)));
  }
  const ids = chosen.operations.filter((id) => !streams.includes(id)).sort(byCodeUnits);
  if (ids.length === 0) throw new DiagnosticsError([report(problems.noOperations(service.id))]);

  const discovered = ids.filter((id) => operationAt(model, id).traits.get(clientDiscoveredEndpoint)?.required === true);
  const operations = ids.map((id) => lowerOperation(model, service, operationAt(model, id)));
  const protocol = chooseProtocol(model, service, chosen.protocol);
  const httpBindings = usesHttpBindings(protocol);
  const unbound = operations.filter(({ http }) => httpBindings && http === undefined);
  if (unbound.length > 0) {
    throw new DiagnosticsError(unbound.map(({ id, name }) => report(problems.noHttp(name, protocol), id)));
  }
  const faulty = httpBindings ? ids.map((id) => ({ id, faults: bindingFaults(model, operationAt(model, id)) })) : [];
  const faults = faulty.filter((each) => each.faults.length > 0);
  if (faults.length > 0) {
    throw new DiagnosticsError(
      faults.map((each) => report(problems.badBindings(nameOf(each.id), each.faults), each.id)),
    );
  }
  const types = lowerTypes(model, service, ids);
  const documents = documentsWithoutForm(protocol, types);
  const heading = service.traits.get(title);
  const namespace = service.traits.get(xmlNamespace);
  const key = service.traits.get(httpApiKeyAuth);
  const signing = service.traits.get(sigv4) ?? service.traits.get(sigv4a);
  const rules = readRules(service, report);
  const aws = lowerAws(service);
  return {
    service: {
      id: service.id,
      name: nameOf(service.id),
      version: service.version,
      docs: docs(service),
      protocol,
      httpBindings,
      operations: operations.sort((a, b) => byCodeUnits(a.name, b.name)),
      types,
      typesById: new Map(types.map((type) => [type.id, type])),
      authSchemes: authSchemesOf(operations),
      customAuth: customAuth(model, service),
      clientContextParams: service.traits.get(clientContextParams) ?? new Map(),
      awsQueryCompatible: service.traits.has(awsQueryCompatible),
      noErrorWrapping: service.traits.get(restXml)?.noErrorWrapping ?? false,
      ...(heading === undefined ? {} : { title: heading }),
      ...(aws === undefined ? {} : { aws }),
      ...(namespace === undefined ? {} : { xmlNamespace: namespace }),
      ...(key === undefined ? {} : { apiKey: key }),
      ...(signing === undefined ? {} : { signingName: signing.name }),
      ...(rules === undefined ? {} : { rules }),
    },
    diagnostics: [
      ...leftOut(
        ids.map((id) => operationAt(model, id)),
        streams.map(nameOf),
      ).map((problem) => report(problem)),
      ...(rules === undefined && service.traits.has(endpointBdd) ? [report(problems.decisionDiagramOnly())] : []),
      ...(documents.length === 0 ? [] : [report(problems.documentsWithoutForm(protocol, documents))]),
      ...(discovered.length === 0 ? [] : [report(problems.endpointDiscovery(discovered.map(nameOf)))]),
    ],
  };
};

const operationAt = (model: Model, id: ShapeId): OperationShape => {
  const shape = targetOf(model, id);
  if (shape.kind !== "operation") throw new Error(`${id} is not an operation.`);
  return shape;
};

/** Whether a member of the input or output is a stream of events: a union with `@streaming`. */
const hasEventStream = (model: Model, operation: OperationShape): boolean =>
  [operation.input, operation.output].some((id) => {
    const shape = targetOf(model, id);
    return (
      shape.kind === "structure" &&
      [...shape.members.values()].some((member) => {
        const target = targetOf(model, member.target);
        return target.kind === "union" && target.traits.has(streaming);
      })
    );
  });

const lowerAws = (service: ServiceShape): AwsServiceIr | undefined => {
  const facts = service.traits.get(awsService);
  if (facts === undefined) return undefined;
  return {
    sdkId: facts.sdkId,
    endpointPrefix: facts.endpointPrefix ?? facts.sdkId.toLowerCase().replaceAll(" ", ""),
  };
};

const readRules = (service: ServiceShape, report: (problem: Problem) => Diagnostic): RuleSet | undefined => {
  const json = service.traits.get(endpointRuleSet);
  if (json === undefined) return undefined;
  try {
    return decodeRuleSet(json);
  } catch (cause) {
    throw new DiagnosticsError([report(problems.badRuleSet(cause instanceof Error ? cause.message : String(cause)))]);
  }
};

/** All schemes in effect, each once, in the order in which operations prefer them. */
const authSchemesOf = (operations: readonly OperationIr[]): readonly ShapeId[] => [
  ...new Set(operations.flatMap((operation) => operation.auth)),
];

const lowerOperation = (model: Model, service: ServiceShape, operation: OperationShape): OperationIr => {
  const errors = new Set([...operation.errors, ...service.errors]);
  const compression = compressionOf(model, operation);
  const http = httpOf(operation, service);
  const checksum = checksumOf(operation);
  return {
    id: operation.id,
    name: service.rename.get(operation.id) ?? nameOf(operation.id),
    docs: docs(operation),
    ...(operation.input === UNIT ? {} : { input: operation.input }),
    ...(operation.output === UNIT ? {} : { output: operation.output }),
    errors: [...errors].sort((a, b) => byCodeUnits(nameOf(a), nameOf(b))),
    auth: effectiveAuth(model, service, operation),
    hostPrefix: rulesPlaceAccount(service) ? [] : hostPrefixParts(operation.traits.get(endpoint)?.hostPrefix ?? ""),
    endpointParams: endpointParams(model, operation),
    examples: (operation.traits.get(examples) ?? []).map(lowerExample),
    safeToRepeat: operation.traits.has(idempotent) || operation.traits.has(readonlyTrait),
    checksumRequired: operation.traits.has(httpChecksumRequired),
    unwrappedXmlOutput: operation.traits.has(s3UnwrappedXmlOutput),
    ...(compression === undefined ? {} : { compression }),
    ...(http === undefined ? {} : { http }),
    ...(checksum === undefined ? {} : { checksum }),
  };
};

const checksumOf = (operation: OperationShape): ChecksumIr | undefined => {
  const found = operation.traits.get(httpChecksum);
  return found === undefined
    ? undefined
    : {
        requestAlgorithmMember: found.requestAlgorithmMember,
        requestRequired: found.requestChecksumRequired,
        validationModeMember: found.requestValidationModeMember,
        responseAlgorithms: found.responseAlgorithms,
      };
};

/** S3 Control's endpoint rules put the account before the host name, so that the operations' prefixes would do it twice. */
const rulesPlaceAccount = ({ traits }: ServiceShape): boolean =>
  traits.get(awsService)?.sdkId === "S3 Control" && traits.has(endpointRuleSet);

/** `{fooId}.data.` is the label fooId and the text `.data.`. */
const hostPrefixParts = (prefix: string): readonly HostPrefixPart[] =>
  prefix
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== "")
    .map((part) => (part.startsWith("{") ? { member: part.slice(1, -1) } : { text: part }));

const endpointParams = (model: Model, operation: OperationShape): EndpointParamsIr => {
  const context = new Map<string, string>();
  const input = targetOf(model, operation.input);
  if (input.kind === "structure") {
    for (const member of input.members.values()) {
      const parameter = member.traits.get(contextParam);
      if (parameter !== undefined) context.set(parameter.name, member.name);
    }
  }
  return {
    static: operation.traits.get(staticContextParams) ?? new Map(),
    context,
    operation: operation.traits.get(operationContextParams) ?? new Map(),
  };
};

const lowerExample = (example: Example): ExampleIr => ({
  title: example.title,
  input: example.input ?? {},
  ...(example.documentation === undefined ? {} : { documentation: example.documentation }),
  ...(example.output === undefined ? {} : { output: example.output }),
  ...(example.error === undefined ? {} : { error: { id: example.error.shapeId, content: example.error.content } }),
});

const lowerTypes = (model: Model, service: ServiceShape, operations: readonly ShapeId[]): readonly TypeIr[] => {
  const types: TypeIr[] = [];
  const reached = closure(model, service, operations);
  for (const id of reached) {
    if (id === UNIT && !isMemberTarget(model, reached)) continue;
    const type = lowerType(model, service, targetOf(model, id));
    if (type !== undefined) types.push(type);
  }
  return types.sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id));
};

/** Whether a member of the closure targets `smithy.api#Unit`, as unions do for alternatives without a value. */
const isMemberTarget = (model: Model, reached: ReadonlySet<ShapeId>): boolean => {
  for (const id of reached) {
    const shape = targetOf(model, id);
    if (shape.kind === "union" || shape.kind === "structure") {
      for (const member of shape.members.values()) if (member.target === UNIT) return true;
    }
  }
  return false;
};

const lowerType = (model: Model, service: ServiceShape, shape: Shape): TypeIr | undefined => {
  const xml = xmlOf(shape);
  const named = {
    id: shape.id,
    name: service.rename.get(shape.id) ?? nameOf(shape.id),
    docs: docs(shape),
    sensitive: shape.traits.has(sensitive),
    ...(xml === undefined ? {} : { xml }),
  };
  switch (shape.kind) {
    case "structure":
      return { ...named, kind: "structure", members: members(model, shape), ...lowerError(shape) };
    case "union":
      return { ...named, kind: "union", members: members(model, shape satisfies UnionShape) };
    case "enum":
      return { ...named, kind: "enum", values: enumValues(shape, String) };
    case "intEnum":
      return { ...named, kind: "intEnum", values: enumValues(shape, Number) };
    default:
      return undefined;
  }
};

const enumValues = <T>(shape: EnumShape, read: (value: unknown) => T) =>
  enumMembers(shape).map((member) => ({
    name: member.name,
    value: read(member.traits.get(enumValue) ?? member.name),
    docs: docs(member),
  }));

const lowerError = (shape: StructureShape): { error?: ErrorIr } => {
  const fault = shape.traits.get(error);
  if (fault === undefined) return {};
  const status = shape.traits.get(httpError);
  const retry = shape.traits.get(retryable);
  const query = shape.traits.get(awsQueryError)?.code;
  return {
    error: {
      fault,
      ...(status === undefined ? {} : { httpStatus: status }),
      ...(retry === undefined ? {} : { retryable: { throttling: retry.throttling ?? false } }),
      ...(query === undefined ? {} : { queryCode: query }),
    },
  };
};
