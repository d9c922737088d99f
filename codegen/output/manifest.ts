import { createHash } from "node:crypto";
import type { File } from "./file.ts";
import { whyUnsafe } from "./paths.ts";

/** The manifest's place in a package. */
export const MANIFEST = ".tinsmith.json";

/** Which version of Tinsmith wrote a package, and which files it wrote, each with its digest. */
export interface Manifest {
  readonly tinsmith: string;
  readonly files: ReadonlyMap<string, string>;
}

/** `sha256-` and the base64 of a SHA-256 digest, as in subresource integrity. */
export const digest = (content: string | Uint8Array): string =>
  `sha256-${createHash("sha256").update(content).digest("base64")}`;

/** The manifest of files as a file among them: JSON, a line for each file, in the order of code units. */
export const manifestOf = (files: readonly File[], tinsmith: string): File => {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const lines = sorted.map(({ path, text }) => `    ${JSON.stringify(path)}: ${JSON.stringify(digest(text))}`);
  const object = lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n  }`;
  return { path: MANIFEST, text: `{\n  "tinsmith": ${JSON.stringify(tinsmith)},\n  "files": ${object}\n}\n` };
};

/** Reads a manifest; undefined where the text isn't one. Its paths are safe to join to the package's folder. */
export const parseManifest = (text: string): Manifest | undefined => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json !== "object" || json === null || !("tinsmith" in json) || !("files" in json)) return undefined;
  const { tinsmith, files } = json;
  if (typeof tinsmith !== "string" || typeof files !== "object" || files === null || Array.isArray(files)) {
    return undefined;
  }
  const entries: [string, string][] = [];
  for (const [path, value] of Object.entries(files)) {
    if (typeof value !== "string" || whyUnsafe(path) !== undefined) return undefined;
    entries.push([path, value]);
  }
  return { tinsmith, files: new Map(entries) };
};
