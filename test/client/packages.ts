import * as newest from "@aws-sdk/client-cognito-identity-provider";
import * as older from "@aws-sdk/client-cognito-identity-provider-3.782.0";
import type { InitializeHandlerOptions, Logger, Pluggable } from "@smithy/types";
import { importPackage } from "../support/build-package.ts";
import { generatedPackages } from "../support/package-source.ts";

/** The official package, as a user's program sees it. */
export type Official = typeof newest;

/** What generated packages export beside what the official one does. */
export interface Additions {
  readonly resultMetadata: (result: unknown) => ResultMetadata | undefined;
  readonly wireLogPlugin: (options: { readonly logger: Pick<Logger, "debug" | "error"> }) => Pluggable<object, never>;
  readonly InputValidationError: new (...args: never) => Error;
  readonly ResponseBodyTooLargeError: new (...args: never) => Error;
}

interface ResultMetadata {
  readonly response: { readonly statusCode: number; readonly headers: Readonly<Record<string, string>> };
  readonly sentAt: Date;
  readonly receivedAt: Date;
  readonly attempts: number;
}

/** Options of a single call that generated clients know and the official ones don't. */
export type CallOptions = InitializeHandlerOptions & {
  readonly abortSignal?: AbortSignal;
  readonly connectionTimeout?: number;
  readonly socketTimeout?: number;
  readonly validation?: "required" | "off";
};

/** A generated package beside the official one of its generation. */
export interface Pair {
  readonly name: string;
  readonly folder: string;
  /** Used through the official types: it is meant to be a drop-in. */
  readonly ours: Official & Additions;
  readonly official: Official;
}

/** Both generated packages: of the one that imports `@smithy/smithy-client` the peer is the release that did so too. */
export const pairs: readonly Pair[] = await Promise.all(
  generatedPackages().map(async ({ name, folder, runtime }) => ({
    name,
    folder,
    ours: (await importPackage(folder)) as unknown as Official & Additions,
    official: runtime === "smithy-core" ? newest : (older as unknown as Official),
  })),
);

export type Client = InstanceType<Official["CognitoIdentityProviderClient"]>;
export type ClientConfig = newest.CognitoIdentityProviderClientConfig;

/** Inputs with the required members and a few more. */
export const inputs = {
  ForgotPassword: { ClientId: "client", Username: "user", SecretHash: "hash", ClientMetadata: { key: "value" } },
  AdminResetUserPassword: { UserPoolId: "eu-west-1_pool", Username: "user" },
  ResendConfirmationCode: { ClientId: "client", Username: "user" },
  GetUserAttributeVerificationCode: { AccessToken: "token", AttributeName: "email" },
} as const;

export type Operation = keyof typeof inputs;
export const operations = Object.keys(inputs) as Operation[];

/** The command of an operation with its input. */
export const commandOf = (sdk: Official, operation: Operation) => {
  switch (operation) {
    case "ForgotPassword":
      return new sdk.ForgotPasswordCommand({ ...inputs.ForgotPassword });
    case "AdminResetUserPassword":
      return new sdk.AdminResetUserPasswordCommand({ ...inputs.AdminResetUserPassword });
    case "ResendConfirmationCode":
      return new sdk.ResendConfirmationCodeCommand({ ...inputs.ResendConfirmationCode });
    case "GetUserAttributeVerificationCode":
      return new sdk.GetUserAttributeVerificationCodeCommand({ ...inputs.GetUserAttributeVerificationCode });
  }
};

/** A middleware of any step: what it is given and gives is passed on. */
export type Middleware = (next: (args: never) => Promise<never>) => (args: never) => Promise<never>;

/** A stack of any operation, to be changed at any step. */
export interface Stack {
  add(middleware: Middleware, options: object): void;
  addRelativeTo(middleware: Middleware, options: object): void;
  use(plugin: { applyToStack(stack: Stack): void }): void;
  remove(name: string): boolean;
  removeByTag(tag: string): boolean;
  concat(stack: Stack): Stack;
  identify(): string[];
}

/** The stack of a client or a command. */
export const stackOf = (of: { readonly middlewareStack: object }): Stack => of.middlewareStack as Stack;
