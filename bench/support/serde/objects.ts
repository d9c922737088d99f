import { comparable, encode, type SerdeService, textOf } from "./case.ts";
import { same } from "./same.ts";

const OBJECTS = 1000;
const NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

const keys = Array.from({ length: OBJECTS }, (_, index) => ({
  Key: `photos/2024/05/holiday & sea/image-${String(index).padStart(6, "0")}.jpg`,
  VersionId: `3HL4kqtJvjVBH40Nrjfkd.${index}`,
}));

const contents = keys.map(({ Key }, index) => ({
  Key,
  LastModified: new Date(1_715_900_000_000 + index * 1000).toISOString(),
  ETag: `"9b2cf535f27731c974343645a398${String(index).padStart(4, "0")}"`,
  ChecksumAlgorithm: ["CRC64NVME"],
  ChecksumType: "FULL_OBJECT",
  Size: 1_048_576 + index,
  StorageClass: "STANDARD",
}));

const page = { Name: "holidays", Prefix: "photos/", MaxKeys: OBJECTS, KeyCount: OBJECTS, IsTruncated: false };

const escaped = (text: unknown): string =>
  String(text).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const element = (name: string, value: unknown): string => {
  if (Array.isArray(value)) return value.map((each) => element(name, each)).join("");
  const inner =
    typeof value === "object" && value !== null
      ? Object.entries(value)
          .map(([member, each]) => element(member, each))
          .join("")
      : escaped(value);
  return `<${name}>${inner}</${name}>`;
};

const root = (name: string, value: object): string =>
  element(name, value).replace(`<${name}>`, `<${name} xmlns="${NAMESPACE}">`);

/** Amazon S3. */
export const objects: SerdeService = {
  protocol: "restXml",
  model: "s3-2006-03-01.json",
  client: "S3Client",
  official: "@aws-sdk/client-s3",
  contentType: "application/xml",
  cases: [
    {
      title: "write DeleteObjects",
      command: "DeleteObjects",
      input: { Bucket: "holidays", Delete: { Objects: keys, Quiet: true } },
      plain: { Delete: { Objects: keys, Quiet: true } },
      check: (body) => same(textOf(body).replace(/^<\?xml[^>]*\?>/, ""), root("Delete", { Object: keys, Quiet: true })),
    },
    {
      title: "read ListObjectsV2's answer",
      command: "ListObjectsV2",
      input: { Bucket: "holidays" },
      plain: { ...page, Contents: contents },
      answer: encode(
        `<?xml version="1.0" encoding="UTF-8"?>\n${root("ListBucketResult", { ...page, Contents: contents })}`,
      ),
      check: (output) => {
        const { Contents } = comparable(output) as { readonly Contents: unknown };
        same(Contents, contents);
      },
    },
  ],
};
