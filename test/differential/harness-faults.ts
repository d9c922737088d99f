/** A way to break a generated package. */
export interface Fault {
  readonly name: string;
  /** The end of the path of the file that is broken, and what stands there instead of what. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Where the clients then differ. */
  readonly seen: string;
}

const PROTOCOL = "/protocols/Aws_json1_1.ts";
const QUERY = "/protocols/Aws_query.ts";
const XML = "/protocols/Aws_restXml.ts";
const JSON_WITH_BINDINGS = "/protocols/Aws_restJson1.ts";

/** One fault in each thing that is compared, in the packages of Cognito. */
export const faults: readonly Fault[] = [
  {
    name: "an input without one of its members",
    file: PROTOCOL,
    from: "input.SecretHash",
    to: "undefined",
    seen: ".requests.0.body",
  },
  {
    name: "a lost header",
    file: "/support/json-rpc.ts",
    from: '"x-amz-target": target,',
    to: "",
    seen: ".requests.0.headers.x-amz-target",
  },
  {
    name: "another method",
    file: "/support/json-rpc.ts",
    from: 'method: "POST"',
    to: 'method: "PUT"',
    seen: ".requests.0.method",
  },
  {
    name: "a signature for another service",
    file: "/endpoint/EndpointParameters.ts",
    from: 'defaultSigningName: "cognito-idp"',
    to: 'defaultSigningName: "cognito"',
    seen: ".requests.0.headers.authorization",
  },
  {
    name: "an output without one of its members",
    file: PROTOCOL,
    from: "data.DeliveryMedium",
    to: "data.Medium",
    seen: ".output.CodeDeliveryDetails.DeliveryMedium",
  },
  {
    name: "an error that is no longer known",
    file: PROTOCOL,
    from: "UserNotFoundException,\n});",
    to: "});",
    seen: ".error.classes",
  },
  {
    name: "an error that is another's fault",
    file: "/models/errors.ts",
    from: '$fault: "client" }',
    to: '$fault: "server" }',
    seen: ".error.fault",
  },
  {
    name: "another place of the request id",
    file: "/support/response-error.ts",
    from: 'headers["x-amzn-requestid"]',
    to: 'headers["x-amzn-request"]',
    seen: "requestId",
  },
];

/** Faults in packages of other protocols, by the names of their services, and the operations that show them. */
export const faultsOfOthers: ReadonlyMap<
  string,
  { readonly operations: readonly string[]; readonly faults: readonly Fault[] }
> = new Map([
  [
    "ses",
    {
      operations: ["CreateTemplate", "ListIdentities", "SendEmail"],
      faults: [
        {
          name: "a parameter of another name",
          file: QUERY,
          from: 'pair("NextToken", input.NextToken)',
          to: 'pair("nextToken", input.NextToken)',
          seen: ".requests.0.body",
        },
        {
          name: "a list in another form",
          file: QUERY,
          from: '.ToAddresses`, "member"',
          to: '.ToAddresses`, "entry"',
          seen: ".requests.0.body",
        },
        {
          name: "another version of the service",
          file: QUERY,
          from: "Version=2010-12-01",
          to: "Version=2010-12-02",
          seen: ".requests.0.body",
        },
        {
          name: "an element that is read under another name",
          file: QUERY,
          from: 'readChild(data, "NextToken", asText)',
          to: 'readChild(data, "nextToken", asText)',
          seen: ".output.NextToken",
        },
        {
          name: "a list that is read as one of other elements",
          file: QUERY,
          from: '"Identities", "member"',
          to: '"Identities", "entry"',
          seen: ".output.Identities",
        },
        {
          name: "a code that the query protocol has for an error, forgotten",
          file: QUERY,
          from: "  AlreadyExists: [AlreadyExistsException, de_AlreadyExistsException],\n",
          to: "",
          seen: ".error.classes",
        },
      ],
    },
  ],
  [
    "s3",
    {
      operations: ["HeadObject", "ListObjectsV2", "ListParts", "PutBucketLifecycleConfiguration"],
      faults: [
        {
          name: "a header of another name",
          file: XML,
          from: '"x-amz-request-payer": input.RequestPayer',
          to: '"x-amz-requester": input.RequestPayer',
          seen: ".requests.0.headers.x-amz-request",
        },
        {
          name: "a parameter that isn't in the query",
          file: XML,
          from: "uploadId: input.UploadId,",
          to: "",
          seen: ".requests.0.query.uploadId",
        },
        {
          name: "another path",
          file: XML,
          // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of generated code
          from: 'path: `/${greedyLabel(input.Key, "Key")}`',
          // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of generated code
          to: 'path: `//${greedyLabel(input.Key, "Key")}`',
          seen: ".requests.0.url",
        },
        {
          name: "an element of another name",
          file: XML,
          from: 'flatList("Rule",',
          to: 'flatList("rule",',
          seen: ".requests.0.body",
        },
        {
          name: "a root without its name space",
          file: XML,
          // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of generated code
          from: "LifecycleConfiguration ${xmlns}",
          to: "LifecycleConfiguration",
          seen: ".requests.0.body",
        },
        {
          name: "a header that is read under another name",
          file: XML,
          from: 'output.headers["x-amz-abort-rule-id"]',
          to: 'output.headers["x-amz-abort-rule"]',
          seen: ".output.AbortRuleId",
        },
        {
          name: "headers of another prefix",
          file: XML,
          from: 'readPrefixedHeaders(output.headers, "x-amz-meta-")',
          to: 'readPrefixedHeaders(output.headers, "x-amz-")',
          seen: ".output.Metadata",
        },
        {
          name: "a flattened list that is read as one that isn't",
          file: XML,
          from: 'readFlatList(data, "Part", ',
          to: 'readFlatList(data, "Parts", ',
          seen: ".output.Parts",
        },
      ],
    },
  ],
  [
    "apigateway",
    {
      operations: ["CreateRestApi", "GetRestApis", "GetSdk"],
      faults: [
        {
          name: "a label in another place",
          file: JSON_WITH_BINDINGS,
          from: "/sdks/",
          to: "/sdk/",
          seen: ".requests.0.url",
        },
        {
          name: "a parameter of another name",
          file: JSON_WITH_BINDINGS,
          from: "position: input.position",
          to: "from: input.position",
          seen: ".requests.0.query.",
        },
        {
          name: "a member that isn't in the body",
          file: JSON_WITH_BINDINGS,
          from: "input.cloneFrom",
          to: "undefined",
          seen: ".requests.0.body",
        },
        {
          name: "a header that is no member",
          file: JSON_WITH_BINDINGS,
          from: 'contentDisposition: output.headers["content-disposition"],',
          to: "",
          seen: ".output.contentDisposition",
        },
        {
          name: "a date that isn't read",
          file: JSON_WITH_BINDINGS,
          from: "readEpochSeconds(data.createdDate)",
          to: "data.createdDate",
          seen: ".output.",
        },
        {
          name: "a header of an error that is lost",
          file: JSON_WITH_BINDINGS,
          from: 'retryAfterSeconds: output.headers["retry-after"],',
          to: "",
          seen: ".error.members.retryAfterSeconds",
        },
      ],
    },
  ],
  [
    "dynamodb/cbor",
    {
      operations: ["ExportTableToPointInTime"],
      faults: [
        {
          name: "a date that is written as milliseconds",
          file: "/support/cbor-writer.ts",
          from: "return milliseconds / 1000;",
          to: "return milliseconds;",
          seen: ".requests.0.body",
        },
        {
          name: "an operation that isn't in the path",
          file: "/protocols/Aws_rpcv2Cbor.ts",
          from: "/operation/",
          to: "/operations/",
          seen: ".requests.0.url",
        },
      ],
    },
  ],
]);
