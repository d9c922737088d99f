import {
  CognitoIdentityProviderClient,
  ForgotPasswordCommand,
  type ServiceInputTypes,
  type ServiceOutputTypes,
} from "@aws-sdk/client-cognito-identity-provider";
import { HttpRequest } from "@smithy/protocol-http";
import type {
  BuildMiddleware,
  FinalizeRequestMiddleware,
  InitializeMiddleware,
  MetadataBearer,
  Pluggable,
} from "@smithy/types";

const client = new CognitoIdentityProviderClient({});

const measure: InitializeMiddleware<ServiceInputTypes, ServiceOutputTypes> = (next, context) => async (args) => {
  const name: string | undefined = context.commandName;
  const { output } = await next(args);
  context.logger?.info?.({ name, attempts: output.$metadata.attempts });
  return { output, response: undefined };
};
client.middlewareStack.add(measure, { step: "initialize", name: "measure", tags: ["METRICS"] });

const addHeader: BuildMiddleware<ServiceInputTypes, ServiceOutputTypes> = (next) => async (args) => {
  if (HttpRequest.isInstance(args.request)) args.request.headers["x-tenant"] = "tenant";
  return next(args);
};
client.middlewareStack.add(addHeader, { step: "build", priority: "low", name: "addHeader" });
const last: FinalizeRequestMiddleware<ServiceInputTypes, ServiceOutputTypes> = (next) => (args) => next(args);
client.middlewareStack.add(last, { step: "finalizeRequest", override: true, name: "last" });
client.middlewareStack.addRelativeTo(last, {
  relation: "before",
  toMiddleware: "retryMiddleware",
  name: "beforeRetries",
});

const plugin: Pluggable<ServiceInputTypes, ServiceOutputTypes> = {
  applyToStack: (stack) => {
    stack.add((next) => (args) => next(args), { step: "deserialize", name: "inPlugin" });
    stack.identifyOnResolve(true);
  },
};
client.middlewareStack.use(plugin);

export const anyPlugin = (): Pluggable<object, MetadataBearer> => ({ applyToStack: (stack) => void stack.identify() });

const command = new ForgotPasswordCommand({ ClientId: "client", Username: "user" });
command.middlewareStack.add(
  (next) => async (args) => {
    const user: string | undefined = args.input.Username;
    const result = await next(args);
    const destination: string | undefined = result.output.CodeDeliveryDetails?.Destination;
    void [user, destination];
    return result;
  },
  { step: "initialize" },
);
export const removed: boolean =
  client.middlewareStack.remove("measure") || client.middlewareStack.removeByTag("METRICS");
export const copy = client.middlewareStack.clone().concat(command.middlewareStack as never);
