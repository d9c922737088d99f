import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { build } from "vite";
import { afterEach, describe, expect, it } from "vitest";
import { installPackage } from "../../support/installed-package.ts";
import { generatedPackages } from "../../support/package-source.ts";
import { repositoryPath } from "../../support/paths.ts";
import { servePage, serveService } from "./browser/server.ts";

/** Debian's package; `.ci/run` installs it. */
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

const ARGUMENTS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** The page's program with the package in it, as vite builds it for browsers. */
const bundle = async (project: string, name: string): Promise<string> => {
  const page = readFileSync(repositoryPath("test", "prove", "ecosystem", "browser", "page.ts"), "utf8");
  const input = join(project, "page.ts");
  writeFileSync(input, page.replace('"generated-package"', JSON.stringify(name)));
  const built = await build({
    configFile: false,
    root: project,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      rollupOptions: { input },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunks = outputs.flatMap((each) => ("output" in each ? each.output : []));
  const [chunk, ...rest] = chunks;
  if (chunk?.type !== "chunk" || rest.length > 0) throw new Error(`vite made ${chunks.length} files.`);
  return chunk.code;
};

const why = existsSync(executablePath) ? "" : `: left out, since there is no ${executablePath}`;

describe.skipIf(why !== "")(`Chromium${why}`, () => {
  it.each(generatedPackages())("calls a service of another origin with $name", async ({ name: title, folder }) => {
    const { name, project } = await installPackage(folder);
    const page = await servePage(await bundle(project, name));
    const preflights: string[] = [];
    const service = await serveService(preflights);
    const profile = mkdtempSync(join(tmpdir(), "tinsmith-chromium-"));
    open.push(() => rmSync(profile, { recursive: true, force: true }), page.close, service.close);
    const browser = await chromium.launchPersistentContext(profile, { executablePath, args: ARGUMENTS });
    open.push(() => browser.close());

    const tab = await browser.newPage();
    const problems: string[] = [];
    tab.on("pageerror", ({ message }) => problems.push(message));
    await tab.goto(`${page.url}/?endpoint=${encodeURIComponent(service.url)}`);
    await tab.waitForSelector("pre", { timeout: 60_000 }).catch((error: unknown) => {
      throw new Error(`The page never came to its end: ${problems.join("\n")}`, { cause: error });
    });
    const results: unknown = JSON.parse((await tab.textContent("pre")) ?? "");
    const artefacts = repositoryPath("dist-tests", "screenshots");
    mkdirSync(artefacts, { recursive: true });
    await tab.screenshot({ path: join(artefacts, `${title}.png`), fullPage: true });

    expect(problems).toEqual([]);
    expect(results).toMatchObject({
      success: {
        output: {
          $metadata: { httpStatusCode: 200, requestId: "request", attempts: 1 },
          CodeDeliveryDetails: { Destination: "a***@e***", DeliveryMedium: "EMAIL" },
        },
      },
      signed: { output: { $metadata: { httpStatusCode: 200 } } },
      typedError: {
        name: "UserNotFoundException",
        message: "No such user.",
        typed: true,
        ofService: true,
        status: 400,
      },
      timeLimit: { name: "TimeoutError", ofService: false },
      aborted: { name: "AbortError", ofService: false },
    });
    expect(preflights.some((headers) => headers.includes("x-amz-target"))).toBe(true);
    expect(preflights.some((headers) => headers.includes("authorization"))).toBe(true);
  });
});
