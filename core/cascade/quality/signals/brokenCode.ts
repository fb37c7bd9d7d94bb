import type { Signal } from '../signal';
import { codeBlocksOf, type CodeBlock } from './code/blocks';
import { hasLooseBrackets } from './code/balance';
import { brokenLines } from './code/parses';

/** What people write in code for a reader rather than for a machine. */
const sketch =
  /\.\.\.(?![\w[({$])|…|<[a-z_ ]{2,40}>|^\s*(?:\$|>>>|>|%|!)\s|\{\{|\bpip install\b|\bnpm install\b/im;

/** A block of code in a language that can be parsed here does not parse. */
export const brokenCode: Signal = ({ text }) => {
  if (!text.includes('```')) return undefined;
  const broken = firstOf(codeBlocksOf(text))
    .filter(({ code }) => !sketch.test(code))
    .reduce((sum, block) => sum + faultsOf(block), 0);
  if (broken === 0) return undefined;
  return { strength: broken > 1 ? 1 : 0.7, reason: 'code of the draft does not parse' };
};

function faultsOf({ language, code }: CodeBlock): number {
  return hasLooseBrackets(language, code) ? 1 : brokenLines(language, code);
}

/** More code is not parsed: a decision has to stay fast. */
const MOST_CODE = 8_000;

/** The blocks at the beginning that are together not too long. */
function firstOf(blocks: readonly CodeBlock[]): readonly CodeBlock[] {
  let length = 0;
  return blocks.filter(({ code }) => {
    length += code.length;
    return length <= MOST_CODE;
  });
}
