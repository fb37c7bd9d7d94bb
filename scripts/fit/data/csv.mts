/** The rows of a CSV text with a header, as RFC 4180 writes them. */
export function csvRows(text: string): ReadonlyMap<string, string>[] {
  const [header = [], ...rows] = records(text);
  return rows
    .filter((row) => row.length === header.length)
    .map((row) => new Map(header.map((name, index) => [name, row[index] ?? ''])));
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n][^,\r\n]*|))(,|\r?\n|$)/y;

function records(text: string): string[][] {
  const result: string[][] = [];
  let record: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const match = FIELD.exec(text);
    if (match === null) throw new Error('A quote in the CSV text is not closed.');
    const [, quoted, bare = '', separator] = match;
    record.push(quoted?.replaceAll('""', '"') ?? bare);
    if (separator === ',') continue;
    result.push(record);
    record = [];
  }
  return result;
}
