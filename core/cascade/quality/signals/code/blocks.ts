/** A fenced block of code that is closed, with the language that its fence names. */
export interface CodeBlock {
  readonly language: string;
  readonly code: string;
}

const FENCE = '```';

export function codeBlocksOf(text: string): CodeBlock[] {
  const parts = text.split(FENCE);
  return parts.flatMap((part, index) => {
    const isClosed = index % 2 === 1 && index < parts.length - 1;
    if (!isClosed) return [];
    const lineEnd = part.indexOf('\n');
    return lineEnd < 0
      ? []
      : [{ language: part.slice(0, lineEnd).trim().toLowerCase(), code: part.slice(lineEnd + 1) }];
  });
}
