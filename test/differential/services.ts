import { readFileSync } from "node:fs";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { generatePackage } from "../../codegen/generate.ts";
import { lower } from "../../codegen/ir/lower.ts";
import type { ServiceIr } from "../../codegen/ir/types.ts";
import { chooseOperations, chooseService } from "../../codegen/smithy/choose.ts";
import { loadModel } from "../../codegen/smithy/load.ts";
import { importPackage, type Namespace } from "../support/build-package.ts";
import { repositoryPath, sharedPath } from "../support/paths.ts";

/** A release of an official client. */
export type Release = "newest" | "3.782.0";

/** A service whose generated clients are held against its official ones. */
export interface ComparedService {
  readonly name: string;
  /** The path of its model; undefined where this machine hasn't got it. */
  readonly model: string | undefined;
  /** `DynamoDBClient` */
  readonly client: string;
  readonly protocol: "awsJson" | "awsQuery" | "restJson1" | "restXml";
  /** The operations that are compared, by their names; all of them where absent. */
  readonly operations?: readonly string[];
  /** What official clients are given beside what all are. */
  readonly config?: object;
  /** Its official clients, by release. */
  readonly official: ReadonlyMap<Release, () => Promise<Namespace>>;
}

/**
 * The models are of April 2025, when 3.782.0 was the release of the day. What clients do is held against the newest
 * release, and for Cognito against that one too: a model's members have only been added to since, so that the newest
 * one reads and writes all that our models have, in their order. A service of each protocol is among them but of ec2Query,
 * rpcv2Cbor and rpcv2Json, which none of the models speaks.
 */
export const comparedServices: readonly ComparedService[] = [
  {
    name: "cognito",
    model: repositoryPath("model", "cognito-user-pools.json"),
    client: "CognitoIdentityProviderClient",
    protocol: "awsJson",
    official: new Map<Release, () => Promise<Namespace>>([
      ["newest", () => import("@aws-sdk/client-cognito-identity-provider")],
      ["3.782.0", () => import("@aws-sdk/client-cognito-identity-provider-3.782.0")],
    ]),
  },
  {
    name: "dynamodb",
    model: sharedPath("models", "dynamodb-2012-08-10.json"),
    client: "DynamoDBClient",
    protocol: "awsJson",
    official: new Map([["newest", () => import("@aws-sdk/client-dynamodb")]]),
  },
  {
    name: "kinesis",
    model: sharedPath("models", "kinesis-2013-12-02.json"),
    client: "KinesisClient",
    protocol: "awsJson",
    // The official client speaks HTTP/2 for its one stream of events, which our packages leave out.
    config: { requestHandler: new NodeHttpHandler() },
    official: new Map([["newest", () => import("@aws-sdk/client-kinesis")]]),
  },
  {
    name: "sqs",
    model: sharedPath("models", "sqs-2012-11-05.json"),
    client: "SQSClient",
    protocol: "awsJson",
    official: new Map([["newest", () => import("@aws-sdk/client-sqs")]]),
  },
  {
    name: "ecs",
    model: sharedPath("models", "ecs-2014-11-13.json"),
    client: "ECSClient",
    protocol: "awsJson",
    official: new Map([["newest", () => import("@aws-sdk/client-ecs")]]),
  },
  {
    name: "ses",
    model: sharedPath("models", "ses-2010-12-01.json"),
    client: "SESClient",
    protocol: "awsQuery",
    official: new Map([["newest", () => import("@aws-sdk/client-ses")]]),
  },
  {
    name: "apigateway",
    model: sharedPath("models", "api-gateway-2015-07-09.json"),
    client: "APIGatewayClient",
    protocol: "restJson1",
    official: new Map([["newest", () => import("@aws-sdk/client-api-gateway")]]),
  },
  {
    name: "s3",
    model: sharedPath("models", "s3-2006-03-01.json"),
    client: "S3Client",
    protocol: "restXml",
    // Of the 98 those that have each binding and payload: more would take longer than they say anything new.
    operations: [
      "CompleteMultipartUpload",
      "CopyObject",
      "CreateMultipartUpload",
      "DeleteObjectTagging",
      "DeleteObjects",
      "GetBucketLifecycleConfiguration",
      "GetObjectAttributes",
      "HeadObject",
      "ListObjectsV2",
      "ListParts",
      "PutBucketLifecycleConfiguration",
      "PutObject",
    ],
    official: new Map([["newest", () => import("@aws-sdk/client-s3")]]),
  },
];

/** What a service is, and the packages that are generated for it. */
export interface Ours {
  readonly service: ServiceIr;
  readonly packages: ReadonlyMap<"smithy-core" | "smithy-client", Namespace>;
}

/** What becomes of the text of a generated file, before the package is built. */
export type Alteration = (text: string, path: string) => string;

/**
 * Reads a model, generates both packages from it and imports them.
 * @param operations the names of those to have; all of them where undefined
 * @param alter breaks them on purpose, where what compares them is itself to be held
 */
export const generateOurs = async (
  file: string,
  operations: readonly string[] | undefined,
  alter: Alteration = (text) => text,
): Promise<Ours> => {
  const { model } = loadModel([{ file, text: readFileSync(file, "utf8") }]);
  const shape = chooseService(model);
  const { service } = lower(model, shape, {
    operations: chooseOperations(model, shape, operations),
    asked: operations !== undefined,
  });
  const packages = new Map<"smithy-core" | "smithy-client", Namespace>();
  for (const runtime of ["smithy-core", "smithy-client"] as const) {
    const { files } = generatePackage(model, {
      runtime,
      validation: "required",
      docs: "markdown",
      ...(operations === undefined ? {} : { operations }),
    });
    packages.set(runtime, await importPackage(new Map(files.map(({ path, text }) => [path, alter(text, path)]))));
  }
  return { service, packages };
};
