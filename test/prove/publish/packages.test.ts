import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { LoopbackServer } from "../../fixtures/server.ts";
import { repositoryPath } from "../../support/paths.ts";
import { Machine, managers, write } from "./machine.ts";
import { SCOPE } from "./registry.ts";
import { publishTinsmith, TINSMITH } from "./tinsmith.ts";

// Each package manager begins with empty caches.
vi.setConfig({ testTimeout: 1_200_000, hookTimeout: 1_200_000 });

let machine: Machine;
let server: LoopbackServer;
let sdks = "";

/** The packages of this repository, as its own configuration describes them. */
const config: { readonly packages: readonly { readonly package: string; readonly out: string }[] } = JSON.parse(
  readFileSync(repositoryPath("tinsmith.config.json"), "utf8"),
);

beforeAll(async () => {
  machine = await Machine.start();
  server = await LoopbackServer.start();
  await publishTinsmith(machine);
  sdks = machine.empty("sdks");
});

afterAll(async () => {
  await server?.stop();
  await machine?.stop();
});

const USE = (name: string): string => `
import { CognitoIdentityProviderClient, ForgotPasswordCommand, UserNotFoundException } from "${name}";
import type { ForgotPasswordCommandOutput } from "${name}";

const client = new CognitoIdentityProviderClient({ region: "eu-west-1", endpoint: process.argv[2] ?? "" });
const output: ForgotPasswordCommandOutput = await client.send(new ForgotPasswordCommand({ ClientId: "c", Username: "u" }));
const failure = await client.send(new ForgotPasswordCommand({ ClientId: "c", Username: "gone" })).catch((error: unknown) => error);
const medium: string | undefined = output.CodeDeliveryDetails?.DeliveryMedium;
console.log(JSON.stringify([medium, failure instanceof UserNotFoundException, typeof output.$metadata.requestId]));
client.destroy();
`;

const REQUIRE = (name: string): string =>
  `const { CognitoIdentityProvider } = require("${name}");
   const client = new CognitoIdentityProvider({ region: "eu-west-1", endpoint: process.argv[2] });
   client.forgotPassword({ ClientId: "c", Username: "u" }).then((output) => {
     console.log(output.CodeDeliveryDetails.DeliveryMedium);
     client.destroy();
   });`;

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    ...{ strict: true, exactOptionalPropertyTypes: true, target: "es2022", lib: ["es2022"], types: ["node"] },
    ...{ module: "nodenext", moduleResolution: "nodenext", outDir: "out", skipLibCheck: false, rootDir: "." },
  },
  files: ["use.mts"],
});

describe("this repository's packages, published to a private registry", () => {
  it("are generated, built and published by the commands that the README names", async () => {
    cpSync(repositoryPath("model"), join(sdks, "model"), { recursive: true });
    const publishConfig = { registry: machine.registry.url, access: "restricted" };
    const packages = config.packages.map((each) => ({ ...each, publishConfig }));
    write(sdks, { "tinsmith.config.json": JSON.stringify({ packages }), "package.json": '{ "private": true }' });
    await machine.run(sdks, ["npm", "install", "--save-dev", TINSMITH]);
    await machine.run(sdks, ["npx", "tinsmith", "generate"]);
    for (const { out } of packages) {
      await machine.run(join(sdks, out), ["npm", "install"]);
      await machine.run(join(sdks, out), ["npm", "publish"]);
    }
  });

  it("are nobody's without a token", async () => {
    for (const { package: name } of config.packages) {
      expect(name.startsWith(`${SCOPE}/`)).toBe(true);
      expect([401, 403]).toContain(await machine.registry.statusForStrangers(name));
    }
  });

  it("are what the commands of `--package-version` and the configuration say, whatever the machine and the day", async () => {
    const { out } = config.packages[0] ?? { out: "" };
    const tarball = async (name: string, env: NodeJS.ProcessEnv): Promise<unknown> => {
      const folder = machine.empty(name);
      const args = ["--out", join(folder, "sdk"), "--package-version", "9.8.7", "--package", "@example/other"];
      const model = join(sdks, "model", "cognito-user-pools.json");
      await machine.run(sdks, ["npx", "tinsmith", "generate", model, ...args], { env });
      await machine.run(folder, ["cp", "-r", join(sdks, out, "node_modules"), join(folder, "sdk")]);
      const packed = await machine.run(join(folder, "sdk"), ["npm", "pack", "--json"], { env });
      const [{ integrity, id, files }] = JSON.parse(packed.stdout.slice(packed.stdout.indexOf("[\n")));
      return { integrity, id, files };
    };
    write(machine.folder, { "later.cjs": "const { now } = Date; Date.now = () => now() + 4e10;" });
    const here = await tarball("here", { TZ: "UTC" });
    const there = await tarball("elsewhere/far/away", {
      ...{ TZ: "Pacific/Chatham", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", USER: "someone" },
      NODE_OPTIONS: `--require ${join(machine.folder, "later.cjs")}`,
    });
    expect(there).toEqual(here);
    expect(here).toMatchObject({ id: "@example/other@9.8.7" });
  });
});

/** The short form leaves out the newer yarn and the other runtimes. */
const few = process.env["SETUPS"] === "few";
const chosen = (Object.keys(managers) as (keyof typeof managers)[]).filter((name) => !few || name !== "yarn 4");

describe.each(chosen)("an empty project of %s", (manager) => {
  it("installs the packages, type-checks and calls", async () => {
    const folder = machine.empty(`user-${manager.replace(" ", "-")}`);
    const names = config.packages.map((each) => each.package);
    write(folder, {
      "package.json": JSON.stringify({ name: "user", version: "1.0.0", private: true }),
      "tsconfig.json": TSCONFIG,
      // A project of its own also for yarn, which looks for one above; plug'n'play resolves what is declared alone.
      ...(manager === "yarn 4" ? { "yarn.lock": "" } : {}),
    });
    const command = managers[manager];
    await machine.run(folder, [
      ...command,
      manager === "npm" ? "install" : "add",
      ...names,
      "typescript@5.9.3",
      "@types/node@20",
    ]);
    const runner = manager === "npm" ? ["npx"] : [...command, ...(manager === "pnpm" ? ["exec"] : ["run"])];
    const node = manager === "yarn 4" ? [...command, "node"] : [process.execPath];
    for (const name of names) {
      write(folder, { "use.mts": USE(name), "use.cjs": REQUIRE(name) });
      const checked = await machine.run(folder, [...runner, "tsc", "-p", "."]);
      expect(checked.stdout).not.toContain("error");
      server.expect(ANSWERS, () => undefined);
      const { stdout } = await machine.run(folder, [...node, "out/use.mjs", server.url]);
      expect(stdout.trim().split("\n").at(-1)).toBe('["EMAIL",true,"string"]');
      expect(server.requests.map(({ headers }) => headers["x-amz-target"])).toEqual(Array(2).fill(TARGET));
      server.expect(ANSWERS, () => undefined);
      expect((await machine.run(folder, [...node, "use.cjs", server.url])).stdout.trim()).toBe("EMAIL");
    }
  });
});

/** Other runtimes, which install packages by themselves (Deno only those of a day ago, if not told) and run TypeScript. */
const runtimes = {
  bun: { package: "bun@1.4.5", install: ["install"], run: ["run"] },
  deno: { package: "deno@2.9.6", install: ["install", "--minimum-dependency-age=0"], run: ["run", "--allow-all"] },
} as const;

describe.skipIf(few).each(Object.keys(runtimes) as (keyof typeof runtimes)[])("an empty project of %s", (runtime) => {
  it("installs the packages and calls (left out where the runtime can't be installed)", async (context) => {
    const home = machine.empty(`runtime-${runtime}`);
    const { package: from, install, run } = runtimes[runtime];
    write(home, { "package.json": '{ "private": true }' });
    const program = join(home, "node_modules", ".bin", runtime);
    try {
      await machine.run(home, ["npm", "install", from]);
      await machine.run(home, [program, "--version"]);
    } catch (error) {
      return context.skip(`${from} can't be installed here: ${String(error).slice(0, 200)}`);
    }
    const folder = machine.empty(`user-${runtime}`);
    const dependencies = Object.fromEntries(config.packages.map((each) => [each.package, "0.1.0"]));
    write(folder, {
      "package.json": JSON.stringify({ name: "user", private: true, type: "module", dependencies }),
      ".npmrc": readFileSync(join(machine.folder, "home", ".npmrc"), "utf8"),
    });
    await machine.run(folder, [program, ...install]);
    for (const name of Object.keys(dependencies)) {
      write(folder, { "use.mts": USE(name), "use.cjs": REQUIRE(name) });
      server.expect(ANSWERS, () => undefined);
      const { stdout } = await machine.run(folder, [program, ...run, "use.mts", server.url]);
      expect(stdout.trim()).toBe('["EMAIL",true,"string"]');
      expect(server.requests.map(({ headers }) => headers["x-amz-target"])).toEqual(Array(2).fill(TARGET));
      server.expect(ANSWERS, () => undefined);
      expect((await machine.run(folder, [program, ...run, "use.cjs", server.url])).stdout.trim()).toBe("EMAIL");
    }
  });
});

const TARGET = "AWSCognitoIdentityProviderService.ForgotPassword";
const headers = { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": "id" };
const ANSWERS = [
  { status: 200, headers, body: '{"CodeDeliveryDetails":{"DeliveryMedium":"EMAIL"}}' },
  { status: 400, headers, body: '{"__type":"UserNotFoundException","message":"No such user."}' },
];
