import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { digestOf, publish } from "./package-source.ts";
import { repositoryPath } from "./paths.ts";

/** The compilers that generated packages are held against, and the development dependency that each is. */
export const compilers = { "5.4": "typescript-5.4", "5.9": "typescript-5.9", "7": "typescript" } as const;

export type Compiler = keyof typeof compilers;

export type ModuleResolution = "bundler" | "node16" | "nodenext";

export interface TypeCheck {
  readonly compiler: Compiler;
  readonly moduleResolution: ModuleResolution;
  /** Where the files lie: paths in diagnostics are relative to it, and packages resolve from it. */
  readonly folder: string;
  /** Paths inside of the folder. */
  readonly files: readonly string[];
  /** Added to the strict ones that are set anyway. */
  readonly options?: { readonly [name: string]: unknown };
}

/** Type-checks files. Resolves to the compiler's diagnostics, empty when there are none. */
export async function typeCheck(check: TypeCheck): Promise<string> {
  return compile(check, { noEmit: true });
}

/**
 * Emits the declarations of files: path, relative to `rootDir`, to text.
 * @param check - `folder` must hold all sources under `src`.
 * @throws Error with the diagnostics when there are any.
 */
export async function emitDeclarations(check: TypeCheck): Promise<ReadonlyMap<string, string>> {
  const out = join(check.folder, `declarations-${check.compiler}-${check.moduleResolution}`);
  if (!existsSync(out)) {
    // Other tests may want the same at the same time, so the folder appears under its name when it is whole.
    const draft = mkdtempSync(join(check.folder, "draft-"));
    const emit = { declaration: true, emitDeclarationOnly: true, outDir: draft, rootDir: join(check.folder, "src") };
    const diagnostics = await compile(check, emit);
    if (diagnostics !== "")
      throw new Error(`TypeScript ${check.compiler} (${check.moduleResolution}):\n${diagnostics}`);
    publish(draft, out);
  }
  const paths = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".d.ts"));
  return new Map(paths.sort().map((path) => [path.split(sep).join("/"), readFileSync(join(out, path), "utf8")]));
}

async function compile(check: TypeCheck, options: { readonly [name: string]: unknown }): Promise<string> {
  const { compiler, folder, moduleResolution } = check;
  const compilerOptions = {
    target: "ES2022",
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    module: moduleResolution === "bundler" ? "ESNext" : moduleResolution === "node16" ? "Node16" : "NodeNext",
    moduleResolution,
    types: ["node"],
    typeRoots: [repositoryPath("node_modules", "@types")],
    strict: true,
    skipLibCheck: true,
    resolveJsonModule: true,
    noErrorTruncation: true,
    ...check.options,
    ...options,
  };
  const text = JSON.stringify({ compilerOptions, files: check.files.map((file) => resolve(folder, file)) });
  // A name of its own for each setup, so that checks side by side don't overwrite each other's.
  const config = join(folder, `tsconfig-${digestOf(new Map([["tsconfig", text]]), compiler)}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(config, text);
  return run(compilerPath(compiler), ["-p", config, "--pretty", "false"], folder);
}

function compilerPath(compiler: Compiler): string {
  const root = repositoryPath("node_modules", compilers[compiler]);
  const manifest: { readonly bin: { readonly tsc: string } } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  return join(root, manifest.bin.tsc);
}

/** Runs a compiler; its output, since it tells of errors there, and its exit code says no more. */
async function run(compiler: string, args: readonly string[], folder: string): Promise<string> {
  return new Promise((done, fail) => {
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [compiler, ...args], options, (error, stdout, stderr) => {
      if (error !== null && stdout.trim() === "")
        fail(new Error(`${relative(folder, compiler)}: ${error.message}\n${stderr}`));
      else done(stdout.trim());
    });
  });
}
