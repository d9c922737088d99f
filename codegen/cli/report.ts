import { isAbsolute, relative, sep } from "node:path";
import pc from "picocolors";
import type { Diagnostic } from "../smithy/diagnostics.ts";
import type { Io } from "./io.ts";

/** What a run did to a package or, with `--check`, how the package differs. Paths are relative to `out`. */
export interface PackageReport {
  readonly out: string;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  readonly stale: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** What a run has to say. With `--json` it is printed as it is. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  readonly packages: readonly PackageReport[];
}

/** Prints a report: as one JSON document, or in words, problems on stderr and results on stdout. */
export const print = (report: Report, format: "json" | "words", io: Io): void => {
  const diagnostics = report.diagnostics.map(withShownFile);
  if (format === "json") {
    io.stdout.write(`${JSON.stringify({ ...report, diagnostics }, undefined, 2)}\n`);
    return;
  }
  for (const diagnostic of diagnostics) io.stderr.write(`${lineOf(diagnostic, io.stderr.hasColor)}\n`);
  for (const each of report.packages) io.stdout.write(wordsOf(each, io.stdout.hasColor));
};

/** `model/cognito.json:120:14 error TIN0001 shape: sentence. How to mend it.` */
export const lineOf = (diagnostic: Diagnostic, hasColor: boolean): string => {
  const colors = pc.createColors(hasColor);
  const { place, severity, code, shape, message, help } = diagnostic;
  const where = [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(":");
  const paint = severity === "error" ? colors.red : colors.yellow;
  const about = shape === undefined ? "" : ` ${visible(shape)}`;
  const start = where === "" ? "" : `${colors.bold(visible(where))} `;
  return `${start}${paint(severity)} ${code}${about}: ${visible(message)} ${colors.dim(visible(help))}`;
};

const wordsOf = ({ out, ...report }: PackageReport, hasColor: boolean): string => {
  const colors = pc.createColors(hasColor);
  const drift = (["stale", "missing", "extra"] as const).flatMap((kind) =>
    report[kind].map((path) => `${colors.yellow(kind.padEnd(7))} ${visible(`${out}/${path}`)}\n`),
  );
  const counts = (["written", "removed", "stale", "missing", "extra"] as const)
    .filter((kind) => report[kind].length > 0)
    .map((kind) => `${report[kind].length} ${kind}`);
  const summary = [...counts, `${report.unchanged} unchanged`].join(", ");
  return `${drift.join("")}${colors.bold(visible(out))}: ${summary}\n`;
};

/** Text of a model or a path, with characters shown that would otherwise steer the terminal. */
export const visible = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to show
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) =>
    character === "\n" ? " " : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Files below the working directory are named from there, so that reports are the same on every machine. */
const withShownFile = (diagnostic: Diagnostic): Diagnostic => {
  const { place } = diagnostic;
  if (place === undefined || !isAbsolute(place.file)) return diagnostic;
  const local = relative("", place.file);
  if (local === "" || local === ".." || local.startsWith(`..${sep}`)) return diagnostic;
  return { ...diagnostic, place: { ...place, file: local.split(sep).join("/") } };
};
