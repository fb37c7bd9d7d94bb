/** So much is turned into bytes at a time. In characters. */
const PIECE = 1024 * 1024;

/** A file of these lines. It holds their bytes once, and never all of them as text. */
export function fileOf(lines: Iterable<string>): Blob {
  const pieces: Blob[] = [];
  let piece: string[] = [];
  let length = 0;
  for (const line of lines) {
    piece.push(line);
    length += line.length;
    if (length < PIECE) continue;
    pieces.push(new Blob(piece));
    piece = [];
    length = 0;
  }
  return new Blob([...pieces, ...piece], { type: 'application/jsonl' });
}
