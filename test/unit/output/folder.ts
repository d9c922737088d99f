import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { File } from "../../../codegen/output/file.ts";
import type { Package } from "../../../codegen/output/plan.ts";
import { writePackages } from "../../../codegen/output/write.ts";

/** An empty folder for one test, by its real path. */
export const emptyFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), "tinsmith-test-")));

export const put = (root: string, path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

/** `{ "src/a.ts": "text of a" }` as files. */
export const filesOf = (texts: Readonly<Record<string, string>>): readonly File[] =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));

export const packageOf = (
  folder: string,
  texts: Readonly<Record<string, string>>,
  options: Partial<Package> = {},
): Package => ({ folder, files: filesOf(texts), tinsmith: "1.2.3", force: false, ...options });

/** Writes one package. */
export const write = async (
  folder: string,
  texts: Readonly<Record<string, string>>,
  options: Partial<Package> = {},
) => {
  const [written] = await writePackages([packageOf(folder, texts, options)]);
  return written;
};

/** Everything below a folder: texts, targets of links, and `true` for empty folders. */
export const tree = (root: string): Readonly<Record<string, string | true>> =>
  Object.fromEntries(walk(root).map((path) => [path, contentOf(join(root, path))]));

/** The same with what shows whether a file was touched: its inode and its time of change. */
export const stamps = (root: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    walk(root).map((path) => {
      const { ino, mtimeNs } = lstatSync(join(root, path), { bigint: true });
      return [path, `${ino} ${mtimeNs}`];
    }),
  );

const walk = (root: string, below = ""): readonly string[] =>
  readdirSync(join(root, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (!entry.isDirectory()) return [path];
      const inside = walk(root, path);
      return inside.length === 0 ? [path] : inside;
    });

const contentOf = (place: string): string | true => {
  const stat = lstatSync(place);
  if (stat.isDirectory()) return true;
  return stat.isSymbolicLink() ? `-> ${readlinkSync(place)}` : readFileSync(place, "utf8");
};
