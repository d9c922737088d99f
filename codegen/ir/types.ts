import type { Json } from "../smithy/json.ts";
import type { ShapeId } from "../smithy/shape-id.ts";
import type { SimpleKind } from "../smithy/shapes.ts";
import type { RuleSet } from "./endpoint-rules.ts";

/**
 * What a service is, free of any output language: Smithy's names, and every rule about a trait or a member already
 * resolved. Holds no raw trait, and no identifier or spelling of the language that is written from it.
 */
export interface ServiceIr {
  readonly id: ShapeId;
  /** The service's shape name, `AWSCognitoIdentityProviderService`. */
  readonly name: string;
  readonly version: string;
  readonly title?: string;
  readonly docs: DocsIr;
  /** What AWS says of its own services; absent for everyone else's. */
  readonly aws?: AwsServiceIr;
  /** The chosen protocol's trait id, `aws.protocols#awsJson1_1`. */
  readonly protocol: ShapeId;
  /** Whether that protocol puts members where their HTTP bindings say: then each operation has `http`. */
  readonly httpBindings: boolean;
  /** `smithy.api#xmlNamespace` of the service: that of every root element. */
  readonly xmlNamespace?: XmlNamespaceIr;
  /** `aws.protocols#restXml(noErrorWrapping)`: errors aren't wrapped in `ErrorResponse`. */
  readonly noErrorWrapping: boolean;
  /** Sorted by name, in code units. */
  readonly operations: readonly OperationIr[];
  /** Everything that gets a declaration, errors too, sorted by name in code units. */
  readonly types: readonly TypeIr[];
  readonly typesById: ReadonlyMap<ShapeId, TypeIr>;
  /** Ids of the auth schemes that the operations use in effect, in the model's order of preference. */
  readonly authSchemes: readonly ShapeId[];
  /** The values of the auth schemes that are the model's own, by the ids of their traits. */
  readonly customAuth: ReadonlyMap<ShapeId, Json>;
  /** The name that `aws.auth#sigv4` or `aws.auth#sigv4a` signs with; absent where the service has neither. */
  readonly signingName?: string;
  /** `@httpApiKeyAuth` of the service. */
  readonly apiKey?: ApiKeyIr;
  /** Absent where the service has no rule set: then the endpoint comes from the configuration. */
  readonly rules?: RuleSet;
  /** `aws.protocols#awsQueryCompatible`: errors also carry the codes of the query protocol, in a header. */
  readonly awsQueryCompatible: boolean;
  /** `smithy.rules#clientContextParams` by parameter name. */
  readonly clientContextParams: ReadonlyMap<string, ClientContextParamIr>;
}

/** The `aws.api#service` trait. */
export interface AwsServiceIr {
  /** `Cognito Identity Provider` */
  readonly sdkId: string;
  readonly endpointPrefix: string;
}

/** Where an API key goes: `{ name: "X-Api-Key", in: "header" }`. */
export interface ApiKeyIr {
  readonly name: string;
  readonly in: "header" | "query";
  /** What stands before the key in the header. */
  readonly scheme?: string | undefined;
}

export interface ClientContextParamIr {
  readonly type: "string" | "boolean" | "stringArray";
  readonly documentation?: string | undefined;
}

export interface OperationIr {
  readonly id: ShapeId;
  readonly name: string;
  readonly docs: DocsIr;
  /** Absent where the operation takes nothing (`smithy.api#Unit`). */
  readonly input?: ShapeId;
  readonly output?: ShapeId;
  /** The operation's and the service's errors, each once, sorted by name in code units. */
  readonly errors: readonly ShapeId[];
  /** Effective auth schemes in order of preference; `smithy.api#noAuth` stands for none. */
  readonly auth: readonly ShapeId[];
  /** `@endpoint(hostPrefix)` in parts: `{fooId}.data.` is a label and a text. */
  readonly hostPrefix: readonly HostPrefixPart[];
  readonly endpointParams: EndpointParamsIr;
  readonly examples: readonly ExampleIr[];
  /** `@idempotent` or `@readonly`. */
  readonly safeToRepeat: boolean;
  /** `@requestCompression`; absent where requests go as they are. */
  readonly compression?: CompressionIr;
  /** `@http`; absent where the operation has none. Protocols that use HTTP bindings refuse such an operation. */
  readonly http?: HttpIr;
  /** `@httpChecksumRequired`: requests carry a checksum of their body. */
  readonly checksumRequired: boolean;
  /** `aws.protocols#httpChecksum`; absent where the operation has none. */
  readonly checksum?: ChecksumIr;
  /** `aws.customizations#s3UnwrappedXmlOutput`: the payload's root is the member itself. */
  readonly unwrappedXmlOutput: boolean;
}

/** Where the requests of an operation go and what status its responses have. */
export interface HttpIr {
  /** `GET` */
  readonly method: string;
  /** `/cities/{city}/{rest+}` in parts: texts as the model spells them, and labels. */
  readonly path: readonly UriPart[];
  /** Constant parameters, in the model's order and spelling; the value of one without a value is "". */
  readonly query: readonly { readonly name: string; readonly value: string }[];
  readonly code: number;
}

export type UriPart = { readonly text: string } | { readonly member: string; readonly greedy: boolean };

/** `aws.protocols#httpChecksum`. */
export interface ChecksumIr {
  /** The input member that names the algorithm. */
  readonly requestAlgorithmMember?: string | undefined;
  readonly requestRequired: boolean;
  /** The input member that asks for the validation of responses. */
  readonly validationModeMember?: string | undefined;
  /** `CRC32` */
  readonly responseAlgorithms: readonly string[];
}

/** Where a member of an operation's input, output or error goes. */
export type Binding =
  | { readonly kind: "body" | "label" | "queryParams" | "payload" | "status" }
  | { readonly kind: "query" | "header"; readonly name: string }
  | { readonly kind: "prefixHeaders"; readonly prefix: string };

/** XML traits of a shape, or of a member by itself, and the name that ec2Query gives a member. */
export interface XmlIr {
  readonly name?: string;
  readonly attribute: boolean;
  readonly flattened: boolean;
  readonly namespace?: XmlNamespaceIr;
  readonly ec2QueryName?: string;
}

export interface XmlNamespaceIr {
  readonly uri: string;
  readonly prefix?: string | undefined;
}

/** How the body of a request may be made smaller. */
export interface CompressionIr {
  /** `gzip`, best first. */
  readonly encodings: readonly string[];
  /** The input is a stream whose length must be known (`@requiresLength`), which compressing would hide. */
  readonly streamRequiresLength: boolean;
}

export type HostPrefixPart = { readonly text: string } | { readonly member: string };

/** How one operation binds parameters of the endpoint rules. */
export interface EndpointParamsIr {
  readonly static: ReadonlyMap<string, Json>;
  /** Parameter name to the name of the top-level input member. */
  readonly context: ReadonlyMap<string, string>;
  /** Parameter name to a JMESPath expression over the input. */
  readonly operation: ReadonlyMap<string, string>;
}

/** One of `smithy.api#examples`. */
export interface ExampleIr {
  readonly title: string;
  readonly documentation?: string;
  readonly input: Json;
  readonly output?: Json;
  readonly error?: { readonly id: ShapeId; readonly content: Json };
}

/** A type that gets a declaration. */
export type TypeIr = StructureIr | UnionIr | EnumIr | IntEnumIr;

interface NamedIr {
  readonly id: ShapeId;
  /** The shape's name after the service's `rename`. */
  readonly name: string;
  readonly docs: DocsIr;
  readonly sensitive: boolean;
  /** The shape's own XML traits, which count where it is the root of a document. */
  readonly xml?: XmlIr;
}

export interface StructureIr extends NamedIr {
  readonly kind: "structure";
  readonly members: readonly MemberIr[];
  /** Present on errors. */
  readonly error?: ErrorIr;
}

export interface ErrorIr {
  readonly fault: "client" | "server";
  readonly httpStatus?: number;
  readonly retryable?: { readonly throttling: boolean };
  /** The code on the wire where `aws.protocols#awsQueryError` gives another than the name. */
  readonly queryCode?: string;
}

export interface UnionIr extends NamedIr {
  readonly kind: "union";
  readonly members: readonly MemberIr[];
}

export interface EnumIr extends NamedIr {
  readonly kind: "enum";
  readonly values: readonly EnumValueIr<string>[];
}

export interface IntEnumIr extends NamedIr {
  readonly kind: "intEnum";
  readonly values: readonly EnumValueIr<number>[];
}

export interface EnumValueIr<T> {
  readonly name: string;
  readonly value: T;
  readonly docs: DocsIr;
}

export interface MemberIr {
  readonly name: string;
  readonly type: TypeRef;
  readonly presence: Presence;
  readonly docs: DocsIr;
  readonly constraints: Constraints;
  /** The member's or its target's `@sensitive`. */
  readonly sensitive: boolean;
  /** `@jsonName`; protocols that ignore it don't ask. */
  readonly jsonName?: string;
  /** Counts where the structure is the input, the output or an error of an operation. */
  readonly binding: Binding;
  /** The member's own XML traits. */
  readonly xml?: XmlIr;
}

/** Whether and how a member is there. https://smithy.io/2.0/spec/aggregate-types.html#structure-member-optionality */
export interface Presence {
  readonly required: boolean;
  readonly clientOptional: boolean;
  readonly idempotencyToken: boolean;
  /** The default value that a client uses, or undefined where there is none; `@default(null)` is none. */
  readonly default: Json | undefined;
  /**
   * Whether a client refuses an input without it: `@required`, without `@clientOptional`, `@idempotencyToken` and
   * `@default` of its own. Required members of `@input` structures count.
   */
  readonly checked: boolean;
}

export interface Constraints {
  readonly length?: { readonly min?: number | undefined; readonly max?: number | undefined };
  readonly range?: { readonly min?: number | undefined; readonly max?: number | undefined };
  readonly pattern?: string;
  readonly uniqueItems?: true;
}

/** A use of a type. Lists and maps are written out where they are used; recursion goes through `named`. */
export type TypeRef = ScalarRef | NamedRef | ListRef | MapRef;

export type Scalar = SimpleKind;
export interface ScalarRef {
  readonly kind: "scalar";
  readonly scalar: Scalar;
  readonly id: ShapeId;
  readonly sensitive: boolean;
  /** The member's or shape's `@timestampFormat`; absent where the protocol decides. */
  readonly timestampFormat?: TimestampFormat | undefined;
  readonly mediaType?: string;
  /** A blob that is a stream. */
  readonly streaming: boolean;
  /** The stream's length has to be known before it is sent (`@requiresLength`). */
  readonly requiresLength: boolean;
}
export type TimestampFormat = "epoch-seconds" | "date-time" | "http-date";

export interface NamedRef {
  readonly kind: "named";
  readonly of: TypeIr["kind"];
  readonly id: ShapeId;
  readonly sensitive: boolean;
}

export interface ListRef {
  readonly kind: "list";
  readonly id: ShapeId;
  readonly name: string;
  readonly element: TypeRef;
  /** XML traits of the list's member. */
  readonly elementXml?: XmlIr;
  readonly sparse: boolean;
  readonly sensitive: boolean;
}

export interface MapRef {
  readonly kind: "map";
  readonly id: ShapeId;
  readonly name: string;
  /** A string or an enum. */
  readonly key: TypeRef;
  readonly value: TypeRef;
  /** XML traits of the map's key and of its value. */
  readonly keyXml?: XmlIr;
  readonly valueXml?: XmlIr;
  readonly sparse: boolean;
  readonly sensitive: boolean;
}

/** The documentation traits of a shape or member; a member without documentation has its target's. */
export interface DocsIr {
  readonly documentation?: string;
  readonly deprecated?: { readonly message?: string | undefined; readonly since?: string | undefined };
  readonly since?: string | undefined;
  readonly externalDocumentation?: ReadonlyMap<string, string>;
  readonly internal: boolean;
  readonly unstable: boolean;
  readonly recommended?: { readonly reason?: string | undefined };
}
