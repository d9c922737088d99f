import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem, type } from "node:os";
import { repositoryPath } from "../../test/support/paths.ts";
import { HEADER, type Measured, rowOf } from "./budgets.ts";

/** What one benchmark has to say: Markdown below a heading of its own. */
export interface Report {
  readonly title: string;
  /** The command that gives these figures. */
  readonly command: string;
  /** Names and versions of what was compared. */
  readonly versions: readonly string[];
  readonly body: string;
  /** What it measured of the budgets. */
  readonly measured?: readonly Measured[];
}

/** Names the file, in the environment, to which each benchmark of `npm run bench` adds what it measured, a line each. */
export const MEASURED_FILE = "TINSMITH_BENCH_MEASURED";

/** A Markdown table: the first row is the header; the first column is text, the others are figures. */
export const table = ([header = [], ...rows]: readonly (readonly string[])[]): string => {
  const widths = header.map((_, column) => Math.max(4, ...[header, ...rows].map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]): string => {
    const padded = widths.map((width, column) => {
      const cell = cells[column] ?? "";
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    return `| ${padded.join(" | ")} |`;
  };
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(header), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
};

/** `2 x Intel(R) Xeon(R) Processor @ 2.50GHz, 24 GiB, Linux` */
const machine = (): string => {
  const cores = cpus();
  return `${cores.length} x ${cores[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()}`;
};

/** The version of an installed package. */
export const installedVersion = (name: string): string => {
  const { version } = JSON.parse(readFileSync(repositoryPath("node_modules", name, "package.json"), "utf8")) as {
    version: string;
  };
  return version;
};

/** Prints a report; with `--write` among the arguments, `bench/RESULTS.md` keeps it in the place of the last one. */
export const publish = (
  { title, command, versions, body, measured = [] }: Report,
  write = process.argv.includes("--write"),
): void => {
  const facts = `\`${command}\`: ${machine()}; Node.js ${process.versions.node}${versions.map((each) => `, ${each}`).join("")}.`;
  const budgets = measured.length === 0 ? "" : `\n\n${table([HEADER, ...measured.map(rowOf)])}`;
  const section = `## ${title}\n\n${facts}\n\n${body}${budgets}\n`;
  process.stdout.write(section);
  const file = process.env[MEASURED_FILE];
  if (file !== undefined) appendFileSync(file, measured.map((each) => `${JSON.stringify(each)}\n`).join(""));
  if (!write) return;
  const results = repositoryPath("bench", "RESULTS.md");
  const text = existsSync(results) ? readFileSync(results, "utf8") : "";
  const others = text.split(/^(?=## )/m).filter((part) => part.startsWith("## ") && !part.startsWith(`## ${title}\n`));
  const sections = [...others.map((part) => `${part.trim()}\n`), section].sort();
  writeFileSync(results, `# Results\n\n${sections.join("\n")}`);
};
