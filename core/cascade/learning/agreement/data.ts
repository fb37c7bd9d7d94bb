import type { Side } from '../comparison';
import { fencedBlocks } from './fences';

/** The most values of a document that are compared, and how deep. */
const MOST_VALUES = 5_000;
const DEEPEST = 30;

/** An object or a list that is half the same may be good enough; another one is not. */
const LEAST = 0.03;
const MOST = 0.97;

/** By the values of two JSON documents, whatever the order of their keys. */
export const bySameData: Side = ({ draft, answer }) => {
  const wanted = dataIn(answer);
  if (!wanted) return undefined;
  const given = dataIn(draft);
  if (!given) return LEAST;
  const [one, other] = [valuesOf(given), valuesOf(wanted)];
  const shared = [...one].filter((value) => other.has(value)).length;
  const share = (2 * shared) / (one.size + other.size);
  return LEAST + (MOST - LEAST) * share ** 2;
};

/** The text as data, if that is all it is but for a fence around it. */
function dataIn(text: string): object | undefined {
  const [block = text] = fencedBlocks(text);
  const data = parsed(block) ?? parsed(text);
  return typeof data === 'object' && data !== null ? data : undefined;
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Node {
  readonly path: string;
  readonly depth: number;
  readonly value: unknown;
}

/** Each value with the way to it. */
function valuesOf(data: object): ReadonlySet<string> {
  const values = new Set<string>();
  const open: Node[] = [{ path: '', depth: 0, value: data }];
  for (let next = open.pop(); next && values.size < MOST_VALUES; next = open.pop()) {
    const members = membersOf(next);
    open.push(...members);
    if (members.length === 0) values.add(`${next.path}=${plain(next.value)}`);
  }
  return values;
}

function membersOf({ path, depth, value }: Node): readonly Node[] {
  if (typeof value !== 'object' || value === null || depth === DEEPEST) return [];
  return Object.entries(value)
    .slice(0, MOST_VALUES)
    .map(([key, member]: [string, unknown]) => ({ path: `${path}/${key}`, depth: depth + 1, value: member }));
}

/** Two empty objects are the same, and so is all that lies too deep. */
function plain(value: unknown): string {
  if (typeof value === 'string') return value.trim().toLowerCase();
  return typeof value === 'object' && value !== null ? typeof value : String(value);
}
