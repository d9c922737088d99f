import type { SQSClient } from "@aws-sdk/client-sqs";
import type { NodeJsClient } from "@smithy/types";

/** The narrowing for Node.js, too deep for all of Cognito's official client. */
export const narrowed = (client: SQSClient): NodeJsClient<SQSClient> => client as NodeJsClient<SQSClient>;
