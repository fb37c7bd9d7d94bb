import { cuesIn } from './cues';
import type { Evidence } from './evidence';
import type { Structure } from './reading/structure';

/** A question for a quantity that states several: a word problem, in whatever words. */
const FEWEST_NUMBERS = 2;

/** What the form of a query says about its domain. */
export function formEvidence(structure: Structure, instruction: string): readonly Evidence[] {
  const { hasCode, hasStackTrace, hasSql, hasFormula, hasTable, numbers } = structure;
  const asksQuantity = numbers >= FEWEST_NUMBERS && cuesIn(instruction).has('quantity');
  const forms: readonly (Evidence & { readonly isThere: boolean })[] = [
    { isThere: hasStackTrace, domain: 'code', weight: 5, signal: 'code: a stack trace' },
    { isThere: hasSql, domain: 'code', weight: 4, signal: 'code: SQL' },
    { isThere: hasCode, domain: 'code', weight: 2.5, signal: 'code: source code' },
    { isThere: hasFormula, domain: 'math', weight: 2, signal: 'math: a formula' },
    { isThere: asksQuantity, domain: 'math', weight: 1.5, signal: 'math: asks for a quantity' },
    { isThere: hasTable, domain: 'data', weight: 1.5, signal: 'data: a table' },
  ];
  return forms.filter(({ isThere }) => isThere);
}
