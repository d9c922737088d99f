import type { OperationIr, ServiceIr } from "../ir/types.ts";
import type { ConfigOption, ConfigPart } from "./customizations.ts";
import type { FileScope } from "./file-scope.ts";
import { list, stringLiteral } from "./layout.ts";

/** Whether an operation of the service has `aws.protocols#httpChecksum`. */
export const usesChecksums = ({ operations }: ServiceIr): boolean =>
  operations.some(({ checksum }) => checksum !== undefined);

/** What the published plugin of checksums finds in a client's configuration. */
export const CHECKSUMS: ConfigPart = {
  after: "parameters",
  resolve: "resolveFlexibleChecksumsConfig",
  inputConfig: "FlexibleChecksumsInputConfig",
  resolvedConfig: "FlexibleChecksumsResolvedConfig",
  defaults: new Map([
    ["requestChecksumCalculation", { node: "NODE_REQUEST_CHECKSUM_CALCULATION_CONFIG_OPTIONS", from: "loaderConfig" }],
    ["responseChecksumValidation", { node: "NODE_RESPONSE_CHECKSUM_VALIDATION_CONFIG_OPTIONS", from: "loaderConfig" }],
  ]),
};

const hash = (scope: FileScope): string =>
  `${scope.useType("ChecksumConstructor")} | ${scope.useType("HashConstructor")}`;

export const CHECKSUM_OPTIONS: readonly ConfigOption[] = [
  {
    name: "getAwsChunkedEncodingStream",
    docs: "Makes a stream of a body and, behind it, its checksum.",
    type: (scope) => scope.useType("GetAwsChunkedEncodingStream"),
    value: "getAwsChunkedEncodingStream",
  },
  { name: "md5", docs: "What computes MD5 digests.", type: hash, value: "Md5" },
  { name: "sha1", docs: "What computes SHA-1 checksums.", type: hash, value: "Sha1" },
  {
    name: "streamHasher",
    docs: "What computes the digest of a stream.",
    type: (scope) => `${scope.useType("StreamHasher")}<any>`,
    value: { node: "readableStreamHasher", browser: "blobHasher" },
  },
];

/** The plugin of a command whose requests carry a checksum, or whose answers are held against theirs. */
export const checksumPlugin = (
  { checksum, input }: OperationIr,
  { typesById }: ServiceIr,
  scope: FileScope,
): readonly string[] => {
  if (checksum === undefined) return [];
  const type = input === undefined ? undefined : typesById.get(input);
  const members = type?.kind === "structure" ? type.members : [];
  const algorithm = members.find(({ name }) => name === checksum.requestAlgorithmMember);
  const { requestRequired, validationModeMember, responseAlgorithms } = checksum;
  const fields = [
    ...(algorithm === undefined ? [] : [`requestAlgorithmMember: { ${algorithmFields(algorithm).join(", ")} }`]),
    `requestChecksumRequired: ${requestRequired}`,
    ...(validationModeMember === undefined
      ? []
      : [`requestValidationModeMember: ${stringLiteral(validationModeMember)}`]),
    ...(responseAlgorithms.length === 0
      ? []
      : [list("[", responseAlgorithms.map(stringLiteral), "]", { before: "      responseAlgorithms: " }).trimStart()]),
  ];
  const before = `    ${scope.use("getFlexibleChecksumsPlugin")}(config, `;
  return [list("{", fields, "})", { before, padded: true }).trimStart()];
};

const algorithmFields = ({ name, binding }: { name: string; binding: { kind: string; name?: string } }) => [
  ...(binding.kind === "header" && binding.name !== undefined ? [`httpHeader: ${stringLiteral(binding.name)}`] : []),
  `name: ${stringLiteral(name)}`,
];
