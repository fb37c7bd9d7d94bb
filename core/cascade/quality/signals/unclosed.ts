import { readable } from '../../text/words';
import type { Signal } from '../signal';

const MANY = 2;

/** Brackets that the draft opens and never closes; smileys and list marks such as `a)` only close. */
export const unclosed: Signal = ({ text, domain }) => {
  if (domain === 'code') return undefined;
  const read = readable(text);
  if (read !== text) return undefined;
  const open = ['()', '[]', '{}'].reduce((sum, pair) => sum + excess(read, pair), 0);
  return open > 0
    ? { strength: Math.min(1, open / MANY), reason: 'the draft opens a bracket and does not close it' }
    : undefined;
};

function excess(text: string, [open = '', close = '']: string): number {
  let depth = 0;
  for (const sign of text) {
    if (sign === open) depth += 1;
    else if (sign === close && depth > 0) depth -= 1;
  }
  return depth;
}
