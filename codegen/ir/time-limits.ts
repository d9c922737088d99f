/**
 * How long the services of AWS may be silent, by `sdkId`. The official clients share one table of the services that
 * stream, long-poll or hold a connection: it is published with the code generator of the AWS SDK for Java v2 as
 * `default-read-write-timeout-exemptions.json` (2026-09), and the published JavaScript clients carry its figures in
 * `getDefaultSocketTimeout(…)`, behind a flag.
 */

/** Milliseconds without a byte that end a call of any service that the tables below don't name. */
export const DEFAULT_SOCKET_TIMEOUT = 300_000;

const LONG_SOCKET_TIMEOUT = 900_000;

/** Services that stream, or work for as long as they work, before they answer. */
const EXEMPT: ReadonlySet<string> = new Set([
  "Bedrock Runtime",
  "CloudSearch Domain",
  "ConnectHealth",
  "EBS",
  "Glacier",
  "Lambda",
  "Lex Runtime Service",
  "Lex Runtime V2",
  "MediaStore Data",
  "Omics",
  "Polly",
  "QBusiness",
  "S3",
  "SageMaker Runtime HTTP2",
  "Transcribe Streaming",
  "codeartifact",
]);

/** Services with an operation that holds its answer back, or waits for work. */
const LONG: ReadonlySet<string> = new Set([
  "API Gateway",
  "ApiGatewayV2",
  "AppIntegrations",
  "AppStream",
  "Athena",
  "Auto Scaling",
  "Batch",
  "Bedrock",
  "Bedrock Agent",
  "Bedrock Agent Runtime",
  "Bedrock AgentCore",
  "Bedrock AgentCore Control",
  "Bedrock Data Automation Runtime",
  "CloudFormation",
  "CloudWatch",
  "CodeBuild",
  "CodeCatalyst",
  "CodeDeploy",
  "Config Service",
  "Connect",
  "Data Pipeline",
  "DataBrew",
  "DataExchange",
  "DataZone",
  "Device Farm",
  "EC2",
  "ECS",
  "EMR Serverless",
  "Elastic Load Balancing v2",
  "GameLift",
  "GameLiftStreams",
  "Glue",
  "IoT",
  "IoT Data Plane",
  "IoT Jobs Data Plane",
  "IoTSecureTunneling",
  "Kinesis",
  "Kinesis Analytics V2",
  "Kinesis Video Archived Media",
  "Kinesis Video Media",
  "Kinesis Video Signaling",
  "Kinesis Video WebRTC Storage",
  "Lex Model Building Service",
  "Lex Models V2",
  "Neptune Graph",
  "Nova Act",
  "QApps",
  "QConnect",
  "QuickSight",
  "RDS",
  "RDS Data",
  "RTBFabric",
  "SFN",
  "SQS",
  "SSM",
  "SWF",
  "SageMaker",
  "SageMaker Runtime",
  "SagemakerJobRuntime",
  "Storage Gateway",
  "Timestream Query",
  "Wisdom",
  "WorkSpaces",
  "WorkSpaces Web",
  "b2bi",
  "mgn",
  "neptunedata",
]);

/** The default limit of a service in milliseconds, 0 for none. A service without an `sdkId` has the usual one. */
export const defaultSocketTimeout = (sdkId: string | undefined): number => {
  if (sdkId === undefined) {
    return DEFAULT_SOCKET_TIMEOUT;
  }
  if (EXEMPT.has(sdkId)) {
    return 0;
  }
  return LONG.has(sdkId) ? LONG_SOCKET_TIMEOUT : DEFAULT_SOCKET_TIMEOUT;
};
