import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { type BuildOptions, build } from "esbuild";
import { publint } from "publint";
import { afterAll, describe, expect, test } from "vitest";
import { type ModuleResolution, typeCheck } from "../../support/typecheck.ts";
import { pack, run } from "./packed.ts";

const weather = await pack("test/models/weather.json", { packageName: "@example/weather" });
afterAll(() => weather.remove());

/** What is read of a source map; one of several modules has `sections`. https://tc39.es/ecma426/ */
interface SourceMap {
  readonly sources: readonly string[];
  readonly sourceRoot?: string;
}

/** Writes a file of the package's user, and says where. */
const consumerFile = (name: string, text: string): string => {
  const path = join(weather.consumer, name);
  writeFileSync(path, text);
  return path;
};

const PRINT =
  "console.log(JSON.stringify([Object.keys(weather).sort(), typeof new weather.GetForecastCommand({}).resolveMiddleware]));";

describe("Node.js", () => {
  const printed = async (name: string, text: string): Promise<unknown> =>
    JSON.parse((await run(process.execPath, [consumerFile(name, `${text}\n${PRINT}\n`)])).stdout);

  test("imports ES modules and requires CommonJS, which export the same", async () => {
    const imported = await printed("imports.mjs", 'import * as weather from "@example/weather";');
    const required = await printed("requires.cjs", 'const weather = require("@example/weather");');
    expect(imported).toEqual(required);
    expect(imported).toEqual([expect.arrayContaining(["WeatherServiceClient", "GetForecastCommand"]), "function"]);
  });

  test("finds names in CommonJS where ES modules import it", async () => {
    const text = 'import { WeatherServiceClient } from "./node_modules/@example/weather/dist-cjs/index.js";';
    const file = consumerFile("names.mjs", `${text}\nconsole.log(typeof WeatherServiceClient);`);
    expect((await run(process.execPath, [file])).stdout.trim()).toBe("function");
  });

  test("reads what only failures need when there is one", async () => {
    const file = consumerFile(
      "seldom.cjs",
      `const weather = require("@example/weather");
      const isRead = () => Object.keys(require.cache).some((file) => file.endsWith("index.more.js"));
      new weather.WeatherServiceClient({ endpoint: "https://weather.example.com" });
      new weather.GetForecastCommand({ region: "coast" });
      const before = isRead();
      new weather.NotAllowed({ message: "no", $metadata: {} });
      console.log(before, isRead());`,
    );
    expect((await run(process.execPath, [file])).stdout.trim()).toBe("false true");
  });

  test("has one exception for both copies", async () => {
    const file = consumerFile(
      "copies.mjs",
      `import { createRequire } from "node:module";
      import { WeatherServiceServiceException } from "@example/weather";
      const { NotAllowed } = createRequire(import.meta.url)("@example/weather");
      console.log(new NotAllowed({ message: "no", $metadata: {} }) instanceof WeatherServiceServiceException);`,
    );
    expect((await run(process.execPath, [file])).stdout.trim()).toBe("true");
  });
});

describe("TypeScript 5.9", () => {
  const USE = `
const client = new WeatherServiceClient({ endpoint: "https://weather.example.com" });
export const answer: Promise<GetForecastCommandOutput> = client.send(new GetForecastCommand({ region: "coast" }));
// @ts-expect-error a number is no region
new GetForecastCommand({ region: 1 });
`;
  const NAMES = "{ GetForecastCommand, type GetForecastCommandOutput, WeatherServiceClient }";

  const check = (moduleResolution: ModuleResolution, files: readonly string[], options = {}): Promise<string> =>
    typeCheck({ compiler: "5.9", moduleResolution, folder: weather.consumer, files, options });

  test.each(["node16", "nodenext", "bundler"] as const)("finds the types of both forms by %s", async (resolution) => {
    for (const file of ["use.mts", "use.cts"]) consumerFile(file, `import ${NAMES} from "@example/weather";${USE}`);
    expect(await check(resolution, ["use.mts", "use.cts"])).toBe("");
  });

  test("accepts the code that the README shows", async () => {
    const readme = readFileSync(join(weather.built, "README.md"), "utf8");
    const code = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, text]) => text);
    expect(code.length).toBe(2);
    consumerFile("readme.mts", code.join("\n"));
    expect(await check("nodenext", ["readme.mts"])).toBe("");
  });

  test("checks our declarations too, without a browser's types", async () => {
    consumerFile("strict.mts", `import ${NAMES} from "@example/weather";${USE}`);
    const found = await check("nodenext", ["strict.mts"], { skipLibCheck: false, lib: ["ES2022"] });
    expect(found).toBe("");
  });
});

describe("bundlers", () => {
  const bundled = async (entry: string, options: BuildOptions): Promise<readonly string[]> => {
    const { metafile } = await build({
      stdin: {
        contents: `import { WeatherServiceClient } from "${entry}"; WeatherServiceClient();`,
        resolveDir: weather.consumer,
      },
      bundle: true,
      write: false,
      metafile: true,
      logLevel: "silent",
      absWorkingDir: weather.consumer,
      ...options,
    });
    return Object.keys(metafile?.inputs ?? {}).map((path) => path.replace(/^.*@example\/weather\//, ""));
  };

  test.each([
    ["ES modules", "@example/weather", "dist-es/runtimeConfig.js"],
    ["CommonJS", "./node_modules/@example/weather/dist-cjs/index.js", "dist-cjs/index.js"],
  ])("find the modules of %s for browsers and for Node.js", async (_, entry, node) => {
    const browser = node.replace(/js$/, "browser.js");
    const forBrowsers = await bundled(entry, { platform: "browser" });
    const forNode = await bundled(entry, { platform: "node" });
    expect([forBrowsers.includes(browser), forBrowsers.includes(node)]).toEqual([true, false]);
    expect([forNode.includes(browser), forNode.includes(node)]).toEqual([false, true]);
  });

  test.each([".", "dist-cjs"])("find what the package.json in %s names", (folder) => {
    const home = join(weather.consumer, "node_modules", weather.name, folder);
    const { browser, "react-native": native } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
    const named = [browser, native].flatMap((field) => Object.entries<string>(field).flat());
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((file) => !existsSync(join(home, file)))).toEqual([]);
  });
});

describe("what is published", () => {
  const home = join(weather.consumer, "node_modules", weather.name);

  test("is both forms, the sources and the README", () => {
    expect(readdirSync(home).sort()).toEqual(["README.md", "dist-cjs", "dist-es", "package.json", "src"]);
  });

  test.each(["dist-es", "dist-cjs"])("in %s leads to its sources, from code and from declarations", (folder) => {
    const maps = readdirSync(join(home, folder), { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".map"),
    );
    expect(maps).toContain("index.js.map");
    expect(maps).toContain("index.d.ts.map");
    for (const path of maps) {
      const file = join(home, folder, path);
      const whole: SourceMap & { readonly sections?: readonly { readonly map: SourceMap }[] } = JSON.parse(
        readFileSync(file, "utf8"),
      );
      for (const { sources, sourceRoot } of whole.sections?.map(({ map }) => map) ?? [whole]) {
        expect(sources.length).toBe(1);
        for (const source of sources)
          expect([source, existsSync(resolve(dirname(file), sourceRoot ?? "", source))]).toEqual([source, true]);
      }
    }
  });

  test("has nothing that publint minds, but that the `browser` field isn't `imports`", async () => {
    const { messages } = await publint({ pack: { tarball: new Uint8Array(readFileSync(weather.tarball)).buffer } });
    // The official clients have the field, and more bundlers understand it.
    expect(messages.map(({ code }) => code)).toEqual(["USE_EXPORTS_OR_IMPORTS_BROWSER"]);
  });

  test("has types that are right, whoever asks", async () => {
    const tarball = createPackageFromTarballData(readFileSync(weather.tarball));
    const analysis = await checkPackage(tarball);
    expect(analysis.types).toMatchObject({ kind: "included" });
    expect("problems" in analysis ? analysis.problems : undefined).toEqual([]);
  });
});
