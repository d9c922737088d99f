import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Instruments with OpenTelemetry before anything else is loaded, as its documents say. */
const SETUP = `
const { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } = require("@opentelemetry/sdk-trace-node");
const { registerInstrumentations } = require("@opentelemetry/instrumentation");
const { AwsInstrumentation } = require("@opentelemetry/instrumentation-aws-sdk");
const exporter = new InMemorySpanExporter();
new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register();
registerInstrumentations({ instrumentations: [new AwsInstrumentation()] });
globalThis.finishedSpans = () => exporter.getFinishedSpans().map(({ name, kind, attributes, status, events }) =>
  ({ name, kind, attributes, status, events: events.map(({ name }) => name) }));
`;

/** Answers with a body; a name that ends with "Exception" is an error's. */
const ANSWERING = `
const answering = (body) => ({
  handle: async () => ({ response: { statusCode: body.__type === undefined ? 200 : 400,
    headers: { "x-amzn-requestid": "request" }, body: new TextEncoder().encode(JSON.stringify(body)) } }),
  updateHttpClientConfig() {}, httpHandlerConfigs: () => ({}), metadata: { handlerProtocol: "http/1.1" },
});
`;

/** Six calls in each of the ways in which one can be made; two of them are answered with an error. */
export const COGNITO_CALLS = `
const config = { region: "eu-west-1", credentials: { accessKeyId: "AKID", secretAccessKey: "secret" } };
const error = { __type: "UserNotFoundException", message: "No such user." };
const input = { ClientId: "client", Username: "user" };
(async () => {
  const client = new sdk.CognitoIdentityProviderClient({ ...config, requestHandler: answering({}) });
  await client.send(new sdk.ForgotPasswordCommand(input));
  await client.send(new sdk.ResendConfirmationCodeCommand(input));
  await client.send(new sdk.GetUserAttributeVerificationCodeCommand({ AccessToken: "token", AttributeName: "email" }));
  await new Promise((done) => client.send(new sdk.ForgotPasswordCommand(input), done));
  const failing = new sdk.CognitoIdentityProvider({ ...config, requestHandler: answering(error) });
  await failing.forgotPassword(input).catch(() => undefined);
  await failing.send(new sdk.ForgotPasswordCommand(input)).catch(() => undefined);
  console.log(JSON.stringify(finishedSpans()));
})();
`;

/** Two calls, which need no signature. */
export const WEATHER_CALLS = `
(async () => {
  const client = new sdk.WeatherServiceClient({ endpoint: "https://weather.example.com", token: { token: "token" },
    requestHandler: answering({}) });
  await client.send(new sdk.CheckHealthCommand({}));
  await client.send(new sdk.ListStationsCommand({}));
  console.log(JSON.stringify(finishedSpans()));
})();
`;

/** How a program is loaded: its file's extension, what it imports the package by, and the arguments of Node.js. */
export const forms = {
  CommonJS: { extension: "cjs", load: (name: string) => `const sdk = require("${name}");`, args: [] },
  "ES modules": { extension: "mjs", load: (name: string) => `import * as sdk from "${name}";`, args: [] },
  "ES modules with the loader's hook": {
    extension: "mjs",
    load: (name: string) => `import * as sdk from "${name}";`,
    args: ["--experimental-loader=@opentelemetry/instrumentation/hook.mjs"],
  },
} as const;

export type Form = keyof typeof forms;

/** The spans of a program that makes calls with a package, in a process of its own. */
export const spansOf = async (
  project: string,
  name: string,
  form: Form,
  calls: string,
): Promise<readonly unknown[]> => {
  const { extension, load, args } = forms[form];
  const id = `${form.replaceAll(/\W/g, "")}-${name.replaceAll(/\W/g, "-")}`;
  writeFileSync(join(project, "instrument.cjs"), SETUP);
  writeFileSync(join(project, `${id}.${extension}`), [load(name), ANSWERING, calls].join("\n"));
  const options = { cwd: project, env: { PATH: process.env["PATH"], AWS_EC2_METADATA_DISABLED: "true" } };
  const started = [...args, "--require", "./instrument.cjs", `${id}.${extension}`];
  return JSON.parse((await run(process.execPath, started, options)).stdout);
};

/** The official client of each runtime's generation. */
export const peers = {
  "smithy-core": "@aws-sdk/client-cognito-identity-provider",
  "smithy-client": "@aws-sdk/client-cognito-identity-provider-3.782.0",
} as const;
