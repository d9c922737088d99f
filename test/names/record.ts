import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { JsonObject } from "../../codegen/smithy/json.ts";
import { objectAt } from "../support/model-json.ts";
import { readPackage } from "../support/package-source.ts";
import { sharedPath } from "../support/paths.ts";
import { exportsOf } from "./exports.ts";
import { recordOf } from "./recorded.ts";
import { namedServices, recordedNames } from "./services.ts";

// `npm run record:names [SERVICE...]`: writes what the official generator exports for each service, or for those named.
// It needs Java and takes some ten seconds for each; `--missing` leaves out what is there.

const generator = sharedPath("official-generator", "run.sh");
if (generator === undefined) throw new Error("The official generator is in the folder ../shared, which isn't there.");
const args = process.argv.slice(2);
const missing = args.includes("--missing");
const asked = args.filter((argument) => argument !== "--missing");

for (const { name, id, model } of namedServices()) {
  if ((asked.length > 0 && !asked.includes(name)) || (missing && existsSync(recordedNames(name)))) continue;
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-names-"));
  try {
    writeFileSync(join(folder, "model.json"), JSON.stringify(accepted(model(), id)));
    // The virtual machine is started for one model: what its compiler would gain later comes too late.
    const env = { ...process.env, JAVA_TOOL_OPTIONS: "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" };
    execFileSync(generator, [join(folder, "model.json"), folder], { env, stdio: ["ignore", "ignore", "pipe"] });
    const files = readPackage(join(folder, "typescript-client-codegen"));
    const found = exportsOf(files, (path) => path.startsWith("src/schemas/"));
    mkdirSync(dirname(recordedNames(name)), { recursive: true });
    writeFileSync(recordedNames(name), recordOf(found));
    process.stdout.write(`${name}: ${found.size} names\n`);
  } catch (error) {
    process.stdout.write(`${name}: refused by the official generator\n${String(error)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Two errors of CloudWatch have the same code, which the official generator refuses unless told otherwise. */
function accepted(model: JsonObject, service: string): JsonObject {
  const shapes = objectAt(model, "shapes");
  const shape = objectAt(shapes, service);
  const traits = { ...objectAt(shape, "traits"), "smithy.api#suppress": ["QueryErrorCode"] };
  return { ...model, shapes: { ...shapes, [service]: { ...shape, traits } } };
}
