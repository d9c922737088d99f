/** A file of a generated package: a path relative to the package's folder, with `/`, and its whole text. */
export interface File {
  readonly path: string;
  readonly text: string;
}
