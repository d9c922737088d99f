import type { ServiceIr } from "../ir/types.ts";
import type { PackageOptions } from "../options.ts";
import type { File } from "../output/file.ts";
import { byCodeUnits } from "../smithy/order.ts";
import type { Emission } from "./emitter.ts";
import type { PackageScope } from "./file-scope.ts";
import { aggregated } from "./files/aggregated.ts";
import { auth } from "./files/auth.ts";
import { baseException } from "./files/base-exception.ts";
import { buildScript } from "./files/build-script.ts";
import { client } from "./files/client.ts";
import { commands } from "./files/command.ts";
import { endpoint } from "./files/endpoint.ts";
import { enums } from "./files/enums.ts";
import { errors } from "./files/errors.ts";
import { extensions } from "./files/extensions.ts";
import { ignoreFile } from "./files/ignore.ts";
import { indexes } from "./files/index.ts";
import { models } from "./files/models.ts";
import { packageJson } from "./files/package-json.ts";
import { packageReadme } from "./files/package-readme.ts";
import { protocolFile } from "./files/protocol.ts";
import { runtimeConfig } from "./files/runtime-config.ts";
import { tsconfigs } from "./files/tsconfig.ts";
import { validation } from "./files/validation.ts";
import { Names } from "./naming.ts";
import { protocolFor } from "./protocols/registry.ts";
import { supportFiles } from "./support-files.ts";

/** All files of the package of a service, sorted by path. The same service and options give the same bytes. */
export const emit = (service: ServiceIr, options: PackageOptions): readonly File[] => {
  const scope: PackageScope = {
    names: new Names(service, protocolFor(service.protocol).file),
    runtime: options.runtime,
    support: new Set(),
    packages: new Set(),
  };
  const emission: Emission = { service, options, scope };
  const sources = [
    client(emission),
    aggregated(emission),
    ...commands(emission),
    ...enums(emission),
    ...errors(emission),
    ...models(emission),
    baseException(emission),
    protocolFile(emission),
    ...validation(emission),
    ...endpoint(emission),
    ...auth(emission),
    ...extensions(emission),
    ...runtimeConfig(emission),
    ...indexes(emission),
  ];
  // What the sources used decides the rest.
  const code = [...sources, ...supportFiles(scope)];
  const files = [
    ...code,
    packageJson(emission, code),
    ...tsconfigs(),
    buildScript(code),
    ignoreFile(),
    packageReadme(emission),
  ];
  return files.sort((a, b) => byCodeUnits(a.path, b.path));
};
