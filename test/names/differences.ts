import type { KnownDifference } from "./compare.ts";

const EVENT_STREAM = "Of an operation with an event stream, which isn't generated yet.";

/**
 * Names that official packages export and ours don't, or not as the same kind. Left out before: the values of
 * `src/schemas`, which official clients serialize with; ours have functions for that, and nothing of the contract names
 * these values.
 */
export const knownDifferences: readonly KnownDifference[] = [
  { name: /^paginate[A-Z]|PaginationConfiguration$/, ours: undefined, reason: "Paginators aren't generated yet." },
  { name: /^wait(?:For|Until)[A-Z]/, ours: undefined, reason: "Waiters aren't generated yet." },
  {
    name: /^(?:SubscribeToShard|StartingPosition$|InternalFailureException$)/,
    services: /^kinesis-/,
    ours: undefined,
    reason: EVENT_STREAM,
  },
  {
    name: /^(?:StartConversation|[A-Za-z]+Event$|ConversationMode$|InputMode$|PlaybackInterruptionReason$)/,
    services: /^lex-runtime-/,
    ours: undefined,
    reason: EVENT_STREAM,
  },
  {
    name: /^(?:SelectObjectContent|[A-Za-z]+Event$|(?:Request)?Progress$|ScanRange$|Stats$)/,
    services: /^s3-2006/,
    ours: undefined,
    reason: EVENT_STREAM,
  },
  {
    name: /^(?:DuplexStream|InputStream|OutputStream|[A-Za-z]+Event$|(?:Singleton)?EventStream$|Payload|ServiceUnavailableError$)/,
    services: /^protocol-tests-RestJson$/,
    ours: undefined,
    reason: EVENT_STREAM,
  },
  {
    name: /^(?:decorateDefaultCredentialProvider|getDefaultRoleAssumer)/,
    services: /^sts-/,
    ours: undefined,
    reason: "What credential providers call the service with; they bring their own client, and none uses ours.",
  },
  {
    name: /Enum$/,
    services: /^protocol-tests-/,
    ours: ["const", "type"],
    reason:
      "An integer enum is a constant and a type, as enums of texts are: `IntegerEnum.A` reads the same, plain numbers " +
      "fit it, and there is no code but the values. It has no names by value.",
  },
];
