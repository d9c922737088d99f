import { processIo } from "../../codegen/cli/io.ts";
import { run } from "../../codegen/cli/run.ts";
import { generateMany } from "./generator-pipeline.ts";

/** The command line as a process of its own, to be killed. */
process.exitCode = await run(process.argv.slice(2), { io: processIo(), generatePackage: generateMany });
