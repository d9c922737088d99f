import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { isBuiltin } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { describe, expect, it } from "vitest";
import { generateBoth, modelAt } from "../golden/generate.ts";
import type { PackageFiles } from "../support/package-source.ts";
import { repositoryPath } from "../support/paths.ts";
import { withModules } from "./modules.ts";
import { operations } from "./packages.ts";

const model = modelAt(repositoryPath("model", "cognito-user-pools.json"));
const unsigned = operations.filter((operation) => operation !== "AdminResetUserPassword");
const run = promisify(execFile);

/** A program that calls operations, as a bundler sees it. */
const programOf = (called: readonly string[]): string => {
  const commands = called.map((operation) => `${operation}Command`);
  return `import { CognitoIdentityProviderClient, ${commands.join(", ")} } from "./dist-es/index.js";
    const client = new CognitoIdentityProviderClient({ region: "eu-west-1" });
    export const calls = [${commands.map((name) => `(input) => client.send(new ${name}(input))`).join(", ")}];`;
};

const bundle = async (files: PackageFiles, contents: string, options: BuildOptions) => {
  const folder = await withModules(files);
  const { outputFiles = [], metafile } = await build({
    ...{ absWorkingDir: folder, stdin: { contents, resolveDir: folder }, outdir: "bundle", write: false },
    ...{ bundle: true, minify: true, format: "esm", target: "es2022", metafile: true, logLevel: "silent" },
    ...options,
  });
  const imports = Object.values(metafile?.outputs ?? {}).flatMap((output) => output.imports);
  return {
    folder,
    outputFiles,
    modules: Object.keys(metafile?.inputs ?? {}),
    externals: imports.filter(({ external }) => external),
  };
};

const forBrowsers: BuildOptions = { platform: "browser" };
const forNode: BuildOptions = { platform: "node", splitting: true, mainFields: ["module", "main"] };

const browserSize = async (files: PackageFiles): Promise<number> => {
  const { outputFiles } = await bundle(files, programOf(operations), forBrowsers);
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
};

const checked = generateBoth("checked", model);
const unchecked = generateBoth("unchecked", model, { validation: "off" });
const withoutSigning = generateBoth("unsigned", model, { operations: unsigned });

describe.each(["smithy-core", "smithy-client"])("bundles of a package for %s", (runtime) => {
  const filesOf = (packages: ReadonlyMap<string, PackageFiles>): PackageFiles =>
    [...packages].find(([name]) => name.endsWith(runtime))?.[1] ?? new Map();

  it("for browsers need nothing of Node.js, and have no credential chain", async () => {
    const { modules, externals } = await bundle(filesOf(checked), programOf(operations), forBrowsers);
    expect(externals.map(({ path }) => path).filter(isBuiltin)).toEqual([]);
    expect(externals).toEqual([]);
    expect(
      modules.filter((module) => /credential-provider|node-http-handler|token-providers|shared-ini/.test(module)),
    ).toEqual([]);
    expect(modules.filter((module) => /^dist-es\/(runtimeConfig|support\/time-limits)\.js$/.test(module))).toEqual([]);
  });

  it("grow by no more than 1 KB for the check of inputs", async () => {
    const [on, off] = [await browserSize(filesOf(checked)), await browserSize(filesOf(unchecked))];
    expect(on - off).toBeGreaterThan(0);
    expect(on - off).toBeLessThanOrEqual(1024);
  });

  it.each([forBrowsers, forNode])("hold no signer where no operation is signed: $platform", async (options) => {
    const { modules, outputFiles } = await bundle(filesOf(withoutSigning), programOf(unsigned), options);
    const text = outputFiles.map((file) => file.text).join("\n");
    expect(text).not.toMatch(/AWS4-HMAC-SHA256|aws_access_key_id/);
    expect(modules.filter((module) => /credential-provider|signature-v4-multi/.test(module))).toEqual([]);
  });

  it("for Node.js call a server, and load the credential chain when a signed operation is called", async () => {
    const program = `import { CognitoIdentityProvider } from "./dist-es/index.js";
      const client = new CognitoIdentityProvider({ region: "eu-west-1", endpoint: process.argv[2] });
      const output = await client.forgotPassword({ ClientId: "client", Username: "user" });
      await client.adminResetUserPassword({ UserPoolId: "pool", Username: "user" });
      console.log(JSON.stringify(output.CodeDeliveryDetails));
      client.destroy();`;
    const banner = {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    };
    const { folder, outputFiles } = await bundle(filesOf(checked), program, {
      ...forNode,
      banner,
      outExtension: { ".js": ".mjs" },
    });
    mkdirSync(join(folder, "bundle"), { recursive: true });
    for (const { path, contents } of outputFiles) writeFileSync(path, contents);
    const requests: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      requests.push(/Credential=\w+/.exec(request.headers.authorization ?? "")?.[0]);
      request.resume().on("end", () => response.end('{"CodeDeliveryDetails":{"DeliveryMedium":"SMS"}}'));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const env = { ...process.env, AWS_ACCESS_KEY_ID: "AKID", AWS_SECRET_ACCESS_KEY: "secret" };
      const { stdout } = await run(
        process.execPath,
        [join(folder, "bundle", "stdin.mjs"), `http://127.0.0.1:${port}`],
        { env },
      );
      expect(stdout.trim()).toBe('{"DeliveryMedium":"SMS"}');
      expect(requests).toEqual([undefined, "Credential=AKID"]);
    } finally {
      server.close();
    }
  });
});
