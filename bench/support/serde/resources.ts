import { comparable, encode, type SerdeService, textOf } from "./case.ts";
import { same } from "./same.ts";

/** A resource of an API with two methods, some 1.4 KB of JSON. */
const resource = (index: number) => ({
  id: `r${index}abcdef`,
  parentId: "root01",
  pathPart: `items-${index}`,
  path: `/v1/items-${index}`,
  resourceMethods: Object.fromEntries(["GET", "PUT"].map((method) => [method, methodOf(method, index)])),
});

const methodOf = (httpMethod: string, index: number) => ({
  httpMethod,
  authorizationType: "AWS_IAM",
  apiKeyRequired: index % 2 === 0,
  operationName: `${httpMethod}Item${index}`,
  requestParameters: { "method.request.path.id": true, "method.request.querystring.page": false },
  methodResponses: { "200": { statusCode: "200", responseModels: { "application/json": "Item" } } },
  methodIntegration: {
    type: "AWS_PROXY",
    httpMethod: "POST",
    uri: `arn:aws:apigateway:eu-west-1:lambda:path/functions/items-${index}/invocations`,
    timeoutInMillis: 29_000,
    passthroughBehavior: "WHEN_NO_MATCH",
    cacheNamespace: `r${index}abcdef`,
    cacheKeyParameters: ["method.request.path.id"],
    integrationResponses: { "200": { statusCode: "200", responseTemplates: { "application/json": "$input.body" } } },
  },
});

const page = { position: "next", items: Array.from({ length: 100 }, (_, index) => resource(index)) };

const patch = {
  patchOperations: Array.from({ length: 300 }, (_, index) => ({
    op: index % 3 === 0 ? "add" : "replace",
    path: `/endpointConfiguration/types/${index}`,
    value: `the value of operation ${index}`,
  })),
};

/** Amazon API Gateway. */
export const resources: SerdeService = {
  protocol: "restJson1",
  model: "api-gateway-2015-07-09.json",
  client: "APIGatewayClient",
  official: "@aws-sdk/client-api-gateway",
  contentType: "application/json",
  cases: [
    {
      title: "write UpdateRestApi",
      command: "UpdateRestApi",
      input: { restApiId: "abcdef", ...patch },
      plain: patch,
      check: (body) => same(JSON.parse(textOf(body)), patch),
    },
    {
      title: "read GetResources's answer",
      command: "GetResources",
      input: { restApiId: "abcdef" },
      plain: page,
      answer: encode(JSON.stringify({ position: page.position, item: page.items })),
      check: (output) => same(comparable((output as typeof page).items), page.items),
    },
  ],
};
