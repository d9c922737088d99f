/** A Markdown table, made of rows of cells that are Markdown on one line each. */
export class Table {
  readonly #rows: string[][] = [];

  row(): void {
    this.#rows.push([]);
  }

  cell(text: string): void {
    if (this.#rows.length === 0) this.row();
    this.#rows.at(-1)?.push(text.replaceAll("|", "\\|").replaceAll("\0", " ").replace(/\s+/g, " "));
  }

  /** The first row is the head, since Markdown has no table without one. */
  get lines(): readonly string[] {
    const rows = this.#rows.filter((row) => row.length > 0);
    const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
    const lines = rows.map(
      (row) => `| ${Array.from({ length: columns }, (_, index) => row[index] ?? "").join(" | ")} |`,
    );
    return lines.length === 0 ? [] : [...lines.slice(0, 1), `|${" --- |".repeat(columns)}`, ...lines.slice(1)];
  }
}
