import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generatedPackages, readPackage } from "../support/package-source.ts";
import { repositoryRoot, runCachePath } from "../support/paths.ts";
import { withModules } from "./modules.ts";

/** Answers at once, but for paths that say which part of the answer never comes. */
let server: Server;
let requests: { readonly path: string | undefined; readonly headers: IncomingHttpHeaders; readonly body: string }[] =
  [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => {
      body += chunk;
    });
    request.on("end", () => {
      requests.push({ path: request.url, headers: request.headers, body });
      response.setHeader("x-amzn-requestid", "request-1");
      if (request.url === "/body/") response.writeHead(200, { "content-length": "9" }).write("{");
      else if (request.url !== "/head/") response.end('{"CodeDeliveryDetails":{"DeliveryMedium":"SMS"}}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Bundles a program for browsers and runs it in Node.js, which has `fetch`, web streams and web crypto too. */
const runForBrowsers = async (name: string, from: string, resolveDir: string, program: string): Promise<unknown> => {
  const contents = `import * as sdk from ${JSON.stringify(from)};
    const clientOf = (path, config = {}) => new sdk.CognitoIdentityProvider({
      region: "eu-west-1", endpoint: process.argv[2] + path, credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
      maxAttempts: 1, ...config,
    });
    const input = { ClientId: "client", Username: "user" };
    const failure = (call) => call.then(() => "none", (error) => error.name + ": " + error.message);
    ${program}`;
  const folder = runCachePath("browser");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${name}.mjs`);
  await build({
    ...{ stdin: { contents, resolveDir }, outfile, bundle: true, platform: "browser", format: "esm" },
    ...{ target: "es2022", logLevel: "silent" },
  });
  const { port } = server.address() as AddressInfo;
  requests = [];
  const { stdout } = await promisify(execFile)(process.execPath, [outfile, `http://127.0.0.1:${port}`]);
  return JSON.parse(stdout);
};

const CALLS = `
  const client = clientOf("/");
  const outputs = [await client.forgotPassword(input), await client.adminResetUserPassword({ UserPoolId: "pool", Username: "user" })];
  const failures = [
    await failure(clientOf("/", { region: undefined }).forgotPassword(input)),
    await failure(clientOf("/", { credentials: undefined }).adminResetUserPassword({ UserPoolId: "pool", Username: "user" })),
  ];
  console.log(JSON.stringify({ outputs, failures, delivery: outputs[0].CodeDeliveryDetails }));`;

/** What a request shows, but for what differs from one to the next. */
const factsOf = (all: typeof requests) =>
  all.map(({ path, headers, body }) => ({
    path,
    names: Object.keys(headers).sort(),
    body,
    signed: headers.authorization?.replace(/\/\d{8}\/|Signature=.*/g, ""),
    agent: String(headers["x-amz-user-agent"]).replace(/(aws-sdk-js\/|api\/[\w-]+#)\S+/g, "$1<version>"),
  }));

describe.each(generatedPackages())("a browser's bundle of $name", ({ name, folder }) => {
  it("sends what the newest official one sends, and gives the same", async () => {
    const ours = await runForBrowsers(name, "./dist-es/index.js", await withModules(readPackage(folder)), CALLS);
    const sent = factsOf(requests);
    const package_ = "@aws-sdk/client-cognito-identity-provider";
    const official = await runForBrowsers(`${name}-official`, package_, repositoryRoot(), CALLS);
    expect(ours).toMatchObject({ delivery: { DeliveryMedium: "SMS" } });
    // The older client keeps members that the model doesn't have; both of ours follow the newest.
    expect(ours).toEqual(official);
    expect(sent).toEqual(factsOf(requests));
    expect(sent).toHaveLength(2);
  });

  it("ends calls at their limits and by the caller's signal", async () => {
    const program = `
      const aborted = (path) => {
        const caller = new AbortController();
        setTimeout(() => caller.abort(), 40);
        return failure(clientOf(path).forgotPassword(input, { abortSignal: caller.signal }));
      };
      console.log(JSON.stringify([
        await failure(clientOf("/head", { requestHandler: { socketTimeout: 40 } }).forgotPassword(input)),
        await failure(clientOf("/body", { requestHandler: { socketTimeout: 40 } }).forgotPassword(input)),
        await failure(clientOf("/head").forgotPassword(input, { socketTimeout: 40 })),
        await aborted("/head"), await aborted("/body"),
        await failure(clientOf("/").forgotPassword(input, { abortSignal: AbortSignal.abort() })),
        await failure(clientOf("/").forgotPassword({})),
      ]));`;
    const outcomes = await runForBrowsers(
      `${name}-limits`,
      "./dist-es/index.js",
      await withModules(readPackage(folder)),
      program,
    );
    const [limit, abort] = [/^TimeoutError: .*40 ms/, /^AbortError: /].map((pattern) => expect.stringMatching(pattern));
    expect(outcomes).toEqual([
      limit,
      limit,
      limit,
      abort,
      abort,
      abort,
      expect.stringMatching(/^InputValidationError: /),
    ]);
  });
});
