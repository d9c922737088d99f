import fc from "fast-check";

/** Pieces that writers and readers of JSON, of headers and of JavaScript objects have stumbled over. */
const PIECES = [
  ...["a", "B", "9", " ", "\u00e9", "\u{1f600}", '"', "\\", "\\u0001", "/", "</script>", "\u0024{x}", "%20", "\r\n\t"],
  ...[
    "\u0000",
    "\u0001",
    "\u0001-12",
    "\u001f",
    "\u007f",
    "\u039db0_1",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\ufffd",
    "\uffff",
  ],
  ...["\ud800", "\udc00", "\udc00\ud800", "__proto__", "constructor", "$unknown", "__type", "null", "NaN", "12"],
] as const;

/** Texts with odd Unicode: control characters, lone surrogates, and what looks like something else. */
const oddTexts = fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => pieces.join(""));

/** Texts of any code points, lone surrogates among them; they shrink to `a`. Quicker to set up than `fc.string`'s units. */
const anyTexts = fc
  .array(
    fc.integer({ min: 0, max: 0x10ffff }).map((number) => String.fromCodePoint(number ^ 0x61)),
    { maxLength: 12 },
  )
  .map((characters) => characters.join(""));

/** Texts longer than the buffers that serializers begin with. */
const longTexts = fc
  .tuple(fc.constantFrom("x", "\u20ac", "\ud83d", '"', "\u0007"), fc.integer({ min: 600, max: 3000 }))
  .map(([piece, times]) => piece.repeat(times));

/** What values of type string hold. */
export const texts: fc.Arbitrary<string> = fc.oneof(
  { withCrossShrink: true },
  { weight: 30, arbitrary: oddTexts },
  { weight: 15, arbitrary: anyTexts },
  { weight: 1, arbitrary: longTexts },
);

/** Keys of maps: names that every object has, and numbers, which objects put first. */
export const keys: fc.Arbitrary<string> = fc.oneof(
  { withCrossShrink: true },
  { weight: 2, arbitrary: fc.constantFrom("k", "__proto__", "constructor", "toString", "toJSON", "1", "0", "-1", "") },
  { weight: 1, arbitrary: texts },
);

const arns = fc
  .tuple(
    fc.constantFrom("aws", "aws-cn", "aws-us-gov", ""),
    fc.constantFrom("kinesis", "dynamodb", "ecs", "sqs"),
    fc.constantFrom("us-east-1", "eu-west-1", ""),
    fc.constantFrom("123456789012", "1", ""),
    fc.constantFrom("stream/name", "table/Name", "stream/name/consumer/c:1", "*", ""),
  )
  .map(
    ([partition, service, region, account, resource]) => `arn:${partition}:${service}:${region}:${account}:${resource}`,
  );

/** Those that lead to an endpoint, without which nothing is sent. */
const usualArns = fc.constantFrom(
  "arn:aws:kinesis:us-east-1:123456789012:stream/name",
  "arn:aws:kinesis:eu-west-1:123456789012:stream/name/consumer/c:1",
  "arn:aws:dynamodb:us-east-1:123456789012:table/Name",
);

const queueUrls = fc.constantFrom(
  "https://sqs.us-east-1.amazonaws.com/123456789012/queue",
  "https://sqs.eu-west-1.amazonaws.com/123456789012/queue",
  "http://localhost:9324/queue?a=b#c",
  "https://user:word@[::1]:8080/queue",
  "queue",
);

/** Names of buckets, of which the endpoint is made: some go before the host's name and some into the path. */
export const buckets = fc.constantFrom("bucket", "my-bucket", "bucket.with.dots", "Bucket", "b", "bucket_name");

/** Texts of one member: those whose form the endpoint depends on have it more often than chance would give. */
export const textsOf = (member: string): fc.Arbitrary<string> => {
  if (/arn$/i.test(member)) return fc.oneof({ weight: 3, arbitrary: usualArns }, arns, texts);
  if (/queueurl$/i.test(member)) return fc.oneof(queueUrls, texts);
  return texts;
};

/** Texts that a header can hold. */
export const headerTexts: fc.Arbitrary<string> = fc
  .array(fc.constantFrom("a", "B", "9", " ", '"', "\\", "/", ",", ";", "=", "\t", "%20", "null", "\u00e9"), {
    maxLength: 5,
  })
  .map((pieces) => pieces.join("").trim());

/** Texts in the place of a label, which are hardly ever empty. */
export const labelTexts: fc.Arbitrary<string> = fc.oneof(
  { withCrossShrink: true },
  {
    weight: 12,
    arbitrary: fc.constantFrom("a", "a b", "a/b", "..", "a?b#c", "100%", "!'()*~", "\u00e9\u{1f600}", "{x}", "$&"),
  },
  { weight: 12, arbitrary: texts },
);
