import { type Emission, source } from "../emitter.ts";
import { interfaceHead } from "../layout.ts";
import type { PackageSymbol } from "../naming.ts";
import extensionConfiguration from "./extensions.hbs";
import runtimeExtensions from "./runtime-extensions.hbs";

const AUTH = "auth/httpAuthExtensionConfiguration";
export const authExtension = {
  type: { name: "HttpAuthExtensionConfiguration", file: AUTH },
  get: { name: "getHttpAuthExtensionConfiguration", file: AUTH },
  resolve: { name: "resolveHttpAuthRuntimeConfig", file: AUTH },
} as const satisfies Record<string, PackageSymbol>;

/** `src/extensionConfiguration.ts` and `src/runtimeExtensions.ts`: what an extension of a client may change. */
export const extensions = (emission: Emission) => {
  const { names } = emission.scope;
  const aws = emission.service.aws !== undefined;
  return [
    source("src/extensionConfiguration", extensionConfiguration, emission, (scope) => ({
      interface: interfaceHead(
        `export interface ${names.extensionConfiguration.name}`,
        [
          scope.support("config-types", "HttpHandlerExtensionConfiguration", { type: true }),
          scope.useType("DefaultExtensionConfiguration"),
          ...(aws ? [scope.support("config-types", "AwsRegionExtensionConfiguration", { type: true })] : []),
          scope.type(authExtension.type),
        ],
        "{}",
      ),
    })),
    source("src/runtimeExtensions", runtimeExtensions, emission, (scope) => ({
      configuration: scope.type(names.extensionConfiguration),
      object: scope.global("Object"),
      parts: [
        ...(aws
          ? [
              {
                get: scope.support("extension-parts", "getAwsRegionExtensionConfiguration"),
                resolve: scope.support("extension-parts", "resolveAwsRegionExtensionConfiguration"),
              },
            ]
          : []),
        {
          get: scope.support("extension-parts", "getDefaultExtensionConfiguration"),
          resolve: scope.support("extension-parts", "resolveDefaultRuntimeConfig"),
        },
        {
          get: scope.support("extension-parts", "getHttpHandlerExtensionConfiguration"),
          resolve: scope.support("extension-parts", "resolveHttpHandlerRuntimeConfig"),
        },
        { get: scope.symbol(authExtension.get), resolve: scope.symbol(authExtension.resolve) },
      ],
    })),
  ];
};
