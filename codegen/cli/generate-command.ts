import { resolve, sep } from "node:path";
import { CONFIG_FILE, DEFAULT_OPTIONS, type PackageRequest, readConfig } from "../config.ts";
import type { PackageOptions } from "../options.ts";
import { checkPackage } from "../output/check.ts";
import type { File } from "../output/file.ts";
import { foldPath, realFolder } from "../output/paths.ts";
import type { Package } from "../output/plan.ts";
import { writePackages } from "../output/write.ts";
import { type Diagnostic, DiagnosticsError } from "../smithy/diagnostics.ts";
import { readSources } from "../smithy/json-ast/read.ts";
import { type Loaded, loadModel } from "../smithy/load.ts";
import type { Model } from "../smithy/model.ts";
import { version } from "../version.ts";
import { problems } from "./problems.ts";
import type { PackageReport, Report } from "./report.ts";

/** The pipeline, from a model to the files of a package. @throws DiagnosticsError for what the model or options lack */
export type GeneratePackage = (
  model: Model,
  options: PackageOptions,
) => Promise<{ readonly files: readonly File[]; readonly diagnostics: readonly Diagnostic[] }>;

export interface GenerateArguments {
  readonly models: readonly string[];
  readonly out?: string;
  readonly config?: string;
  /** What the flags say about packages. They win over the configuration file. */
  readonly options: Partial<PackageOptions>;
  readonly mode: "write" | "check";
  readonly force: boolean;
}

export interface Outcome {
  readonly report: Report;
  readonly isDrift: boolean;
}

/**
 * `tinsmith generate`: makes all packages in memory, then writes them, or compares them with what is on disk.
 * @throws DiagnosticsError with everything that is wrong with arguments, configuration, models or folders
 */
export const generateCommand = async (args: GenerateArguments, generatePackage: GeneratePackage): Promise<Outcome> => {
  const requests = requestsOf(args);
  checkFolders(requests);
  const { packages, diagnostics } = await generateAll(requests, args, generatePackage);
  const outs = requests.map(({ out }) => out.split(sep).join("/"));
  const none = { written: [], removed: [], stale: [], missing: [], extra: [] };
  if (args.mode === "check") {
    const drifts = packages.map(checkPackage);
    const reports = drifts.map(({ stale, missing, extra, unchanged }, index): PackageReport => {
      return { ...none, out: outs[index] ?? "", unchanged, stale, missing, extra };
    });
    const remarks = drifts.flatMap((drift) => drift.remarks);
    return {
      report: { diagnostics: [...diagnostics, ...remarks], packages: reports },
      isDrift: drifts.some((drift) => drift.isDrift),
    };
  }
  const results = await writePackages(packages).catch((error: unknown) => {
    throw withWarnings(error, diagnostics);
  });
  const reports = results.map((result, index): PackageReport => ({ ...none, out: outs[index] ?? "", ...result }));
  return { report: { diagnostics, packages: reports }, isDrift: false };
};

/** The packages that arguments and configuration ask for. Models that are named take the place of the file's. */
const requestsOf = ({ models, out, config, options }: GenerateArguments): readonly PackageRequest[] => {
  if (models.length > 0 && config === undefined) {
    if (out === undefined) throw new DiagnosticsError([problems.noOut()]);
    return [{ models, out, options: { ...DEFAULT_OPTIONS, ...options } }];
  }
  return readConfig(config ?? CONFIG_FILE).map((request) => ({
    models: models.length > 0 ? models : request.models,
    out: out ?? request.out,
    options: { ...request.options, ...options },
  }));
};

/** @throws DiagnosticsError where two packages go to one folder, or one into another's */
const checkFolders = (requests: readonly PackageRequest[]): void => {
  const folders = requests.map(({ out }) => ({ out, folded: `${foldPath(realFolder(resolve(out)))}${sep}` }));
  const found = folders.flatMap(({ out, folded }, index) => {
    const other = folders
      .slice(0, index)
      .find((each) => each.folded.startsWith(folded) || folded.startsWith(each.folded));
    return other === undefined ? [] : [problems.outTwice(out, other.folded === folded ? out : other.out)];
  });
  if (found.length > 0) throw new DiagnosticsError(found);
};

const generateAll = async (
  requests: readonly PackageRequest[],
  { force }: GenerateArguments,
  generatePackage: GeneratePackage,
): Promise<{ readonly packages: readonly Package[]; readonly diagnostics: readonly Diagnostic[] }> => {
  const found: Diagnostic[] = [];
  const attempt = async <T>(action: () => Promise<T> | T): Promise<T | undefined> => {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof DiagnosticsError)) throw error;
      found.push(...error.diagnostics);
      return undefined;
    }
  };
  const models = new Map<string, Loaded | undefined>();
  const packages: Package[] = [];
  const tinsmith = version();
  for (const { models: paths, out, options } of requests) {
    const key = JSON.stringify(paths);
    if (!models.has(key)) {
      const loaded = await attempt(() => loadModel(readSources(paths)));
      found.push(...(loaded?.diagnostics ?? []));
      models.set(key, loaded);
    }
    const loaded = models.get(key);
    if (loaded === undefined) continue;
    const before = found.length;
    const made = await attempt(() => generatePackage(loaded.model, options));
    found.push(...(made?.diagnostics ?? []));
    found.push(...found.splice(before).map((diagnostic) => placed(diagnostic, loaded)));
    if (made === undefined) continue;
    packages.push({ folder: realFolder(resolve(out)), files: made.files, tinsmith, force });
  }
  const diagnostics = withoutRepeats(found);
  if (diagnostics.some(({ severity }) => severity === "error")) throw new DiagnosticsError(diagnostics);
  return { packages, diagnostics };
};

/** What is found once the model is read says which shape it is about; here it learns where that is written. */
const placed = (diagnostic: Diagnostic, { placeOf }: Loaded): Diagnostic => {
  if (diagnostic.place !== undefined || diagnostic.shape === undefined) return diagnostic;
  const place = placeOf(diagnostic.shape);
  return place === undefined ? diagnostic : { ...diagnostic, place };
};

/** Packages made from one model repeat what is to be said about it. */
const withoutRepeats = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values(),
];

const withWarnings = (error: unknown, diagnostics: readonly Diagnostic[]): unknown =>
  error instanceof DiagnosticsError ? new DiagnosticsError([...diagnostics, ...error.diagnostics]) : error;
