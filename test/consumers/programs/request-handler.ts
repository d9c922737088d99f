import { CognitoIdentityProviderClient, ForgotPasswordCommand } from "@aws-sdk/client-cognito-identity-provider";
import { type HttpHandler, type HttpRequest, HttpResponse } from "@smithy/protocol-http";
import type { HttpHandlerOptions } from "@smithy/types";

interface CannedConfig {
  status: number;
}

/** A request handler of the user's own. */
class Canned implements HttpHandler<CannedConfig> {
  readonly #config: CannedConfig = { status: 200 };

  async handle(request: HttpRequest, options: HttpHandlerOptions = {}): Promise<{ response: HttpResponse }> {
    if (options.abortSignal?.aborted === true) throw new Error("Too late.");
    return { response: new HttpResponse({ statusCode: this.#config.status, headers: {}, body: request.body }) };
  }

  updateHttpClientConfig<K extends keyof CannedConfig>(key: K, value: CannedConfig[K]): void {
    this.#config[key] = value;
  }

  httpHandlerConfigs(): CannedConfig {
    return this.#config;
  }
}

const client = new CognitoIdentityProviderClient({ requestHandler: new Canned() });
export const output = client.send(new ForgotPasswordCommand({ ClientId: "client", Username: "user" }));
client.config.requestHandler.destroy?.();
