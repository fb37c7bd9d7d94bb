/** A benchmark's result: what was measured, in aligned columns, and how to read it. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  /** One cell for each column. */
  readonly rows: readonly (readonly string[])[];
  readonly remark: string;
}

/** The table as text. The first column is flush left, the others, which hold numbers, flush right. */
export function textOf({ title, columns, rows, remark }: Table): string {
  const lines = [columns, ...rows];
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const aligned = lines.map((line) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  return [title, '', ...aligned, '', remark].join('\n');
}
