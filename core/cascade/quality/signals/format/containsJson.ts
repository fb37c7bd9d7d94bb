/** Whether the whole text, a fenced block, each of its lines, or what stands between the outermost brackets parses. */
export function containsJson(text: string): boolean {
  const candidates = [
    text,
    ...fencedBlocks(text),
    betweenBrackets(text, '{', '}'),
    betweenBrackets(text, '[', ']'),
  ];
  return candidates.some(isJson) || isJsonLines(text);
}

const FENCE = '```';

/** What stands inside code fences, the first line of a block (its language) left out. */
function fencedBlocks(text: string): string[] {
  return text
    .split(FENCE)
    .filter((_, index) => index % 2 === 1)
    .map((block) => block.slice(block.indexOf('\n') + 1));
}

function betweenBrackets(text: string, open: string, close: string): string {
  const start = text.indexOf(open);
  const end = text.lastIndexOf(close);
  return start >= 0 && end > start ? text.slice(start, end + 1) : '';
}

function isJsonLines(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 0 && lines.every(isJson);
}

function isJson(candidate: string): boolean {
  try {
    JSON.parse(candidate);
    return true;
  } catch {
    return false;
  }
}
