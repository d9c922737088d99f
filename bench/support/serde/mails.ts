import { comparable, encode, type SerdeService, textOf } from "./case.ts";
import { same } from "./same.ts";

const bulk = {
  Source: "news@example.com",
  Template: "weekly",
  DefaultTemplateData: '{"name":"you"}',
  Destinations: Array.from({ length: 50 }, (_, index) => ({
    Destination: { ToAddresses: [`reader-${index}@example.com`], CcAddresses: [`editor+${index}@example.com`] },
    ReplacementTags: [
      { Name: "issue", Value: "21" },
      { Name: "reader", Value: `number ${index}` },
    ],
    ReplacementTemplateData: `{"name":"Reader ${index}","city":"Zürich"}`,
  })),
};

const points = Array.from({ length: 400 }, (_, index) => ({
  Timestamp: new Date(1_715_900_000_000 + index * 900_000).toISOString(),
  DeliveryAttempts: 1000 + index,
  Bounces: index % 7,
  Complaints: 0,
  Rejects: index % 3,
}));

/** Pairs of a form, by the rules of awsQuery. */
const pairs = (name: string, value: unknown): readonly (readonly [string, string])[] => {
  if (Array.isArray(value)) return value.flatMap((each, index) => pairs(`${name}.member.${index + 1}`, each));
  if (typeof value !== "object" || value === null) return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, each]) => pairs(name === "" ? key : `${name}.${key}`, each));
};

const sorted = (form: readonly (readonly [string, string])[]) => form.map(([name, value]) => `${name}=${value}`).sort();

const form = [["Action", "SendBulkTemplatedEmail"], ["Version", "2010-12-01"], ...pairs("", bulk)] as const;

const members = points
  .map((point) => Object.entries(point).map(([name, value]) => `<${name}>${value}</${name}>`))
  .map((elements) => `<member>${elements.join("")}</member>`);

/** Amazon SES. */
export const mails: SerdeService = {
  protocol: "awsQuery",
  model: "ses-2010-12-01.json",
  client: "SESClient",
  official: "@aws-sdk/client-ses",
  contentType: "text/xml",
  cases: [
    {
      title: "write SendBulkTemplatedEmail",
      command: "SendBulkTemplatedEmail",
      input: bulk,
      plain: bulk,
      check: (body) => same(sorted([...new URLSearchParams(textOf(body))]), sorted(form)),
    },
    {
      title: "read GetSendStatistics's answer",
      command: "GetSendStatistics",
      input: {},
      plain: { SendDataPoints: points },
      answer: encode(
        `<GetSendStatisticsResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><GetSendStatisticsResult><SendDataPoints>${members.join("")}</SendDataPoints></GetSendStatisticsResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetSendStatisticsResponse>`,
      ),
      check: (output) => same((comparable(output) as { readonly SendDataPoints: unknown }).SendDataPoints, points),
    },
  ],
};
