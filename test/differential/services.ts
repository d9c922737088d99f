import { readFileSync } from "node:fs";
import { AwsEc2QueryProtocol, AwsSmithyRpcV2CborProtocol, AwsSmithyRpcV2JsonProtocol } from "@aws-sdk/core/protocols";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { generatePackage } from "../../codegen/generate.ts";
import { lower } from "../../codegen/ir/lower.ts";
import type { ServiceIr } from "../../codegen/ir/types.ts";
import { chooseOperations, chooseService } from "../../codegen/smithy/choose.ts";
import { loadModel } from "../../codegen/smithy/load.ts";
import { nameOf } from "../../codegen/smithy/shape-id.ts";
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
  readonly protocol: "awsJson" | "awsQuery" | "ec2Query" | "restJson1" | "restXml" | "rpcv2Cbor" | "rpcv2Json";
  /** The protocol that the model is given in place of its own, and the official client by its setting of that name. */
  readonly spoken?: { readonly trait: string; readonly official: object };
  /** The operations that are compared, by their names; all of them where absent. */
  readonly operations?: readonly string[];
  /** Those that are left out of all. */
  readonly without?: readonly string[];
  /** What official clients are given beside what all are. */
  readonly config?: object;
  /** Its official clients, by release. */
  readonly official: ReadonlyMap<Release, () => Promise<Namespace>>;
}

/** Of DynamoDB's operations those that have numbers of each kind, bytes, dates, unions, maps and lists of each other. */
const dynamodbOperations = [
  "BatchGetItem",
  "BatchWriteItem",
  "DescribeExport",
  "DescribeLimits",
  "DescribeTable",
  "ExecuteTransaction",
  "ExportTableToPointInTime",
  "GetItem",
  "ListBackups",
  "PutItem",
  "Query",
];

/**
 * The models are of April 2025, when 3.782.0 was the release of the day. What clients do is held against the newest
 * release, and for Cognito against that one too: a model's members have only been added to since, so that the newest
 * one reads and writes all that our models have, in their order. A service of each protocol is among them. None of the
 * models speaks ec2Query, rpcv2Cbor or rpcv2Json, so that models of other protocols are told to, and their official
 * clients with them: those speak whatever published protocol they are set to.
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
    // One has an answer of events, which packages don't have, the other a host that the official client doesn't check.
    without: ["SelectObjectContent", "WriteGetObjectResponse"],
    official: new Map([["newest", () => import("@aws-sdk/client-s3")]]),
  },
  {
    name: "ses/ec2",
    model: sharedPath("models", "ses-2010-12-01.json"),
    client: "SESClient",
    protocol: "ec2Query",
    spoken: { trait: "aws.protocols#ec2Query", official: AwsEc2QueryProtocol },
    official: new Map([["newest", () => import("@aws-sdk/client-ses")]]),
  },
  {
    name: "dynamodb/cbor",
    model: sharedPath("models", "dynamodb-2012-08-10.json"),
    client: "DynamoDBClient",
    protocol: "rpcv2Cbor",
    spoken: { trait: "smithy.protocols#rpcv2Cbor", official: AwsSmithyRpcV2CborProtocol },
    operations: dynamodbOperations,
    official: new Map([["newest", () => import("@aws-sdk/client-dynamodb")]]),
  },
  {
    name: "dynamodb/json",
    model: sharedPath("models", "dynamodb-2012-08-10.json"),
    client: "DynamoDBClient",
    protocol: "rpcv2Json",
    spoken: { trait: "smithy.protocols#rpcv2Json", official: AwsSmithyRpcV2JsonProtocol },
    operations: dynamodbOperations,
    official: new Map([["newest", () => import("@aws-sdk/client-dynamodb")]]),
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
 * @param file the path of the service's model
 * @param alter breaks them on purpose, where what compares them is itself to be held
 */
export const generateOurs = async (
  { operations: chosen, spoken, without }: Pick<ComparedService, "operations" | "spoken" | "without">,
  file: string,
  alter: Alteration = (text) => text,
): Promise<Ours> => {
  const written = readFileSync(file, "utf8");
  const text = spoken === undefined ? written : speaking(written, spoken.trait);
  const { model } = loadModel([{ file, text }]);
  const shape = chooseService(model);
  const operations =
    without === undefined
      ? chosen
      : chooseOperations(model, shape, chosen)
          .map(nameOf)
          .filter((name) => !without.includes(name));
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

/** The text of a model whose service has another protocol. */
const speaking = (text: string, protocol: string): string => {
  const model = JSON.parse(text) as { readonly shapes: Record<string, { type: string; traits?: object }> };
  for (const shape of Object.values(model.shapes)) {
    if (shape.type !== "service") continue;
    const others = Object.entries(shape.traits ?? {}).filter(([id]) => !id.startsWith("aws.protocols#"));
    shape.traits = Object.fromEntries([...others, [protocol, {}]]);
  }
  return JSON.stringify(model);
};
