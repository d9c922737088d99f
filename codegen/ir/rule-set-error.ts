/** A rule set that breaks the rules language; `path` says where: `rules[2].conditions[0].argv[1]`. */
export class RuleSetError extends Error {
  override readonly name = "RuleSetError";
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`);
    this.path = path;
  }
}
