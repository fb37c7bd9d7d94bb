import { parseArgs } from 'node:util';
import { type Step, steps } from './steps.mts';

/**
 * The steps that the arguments ask for, in their usual order: all of them, or those of `--only unit,e2e`.
 * @throws Error for an unknown step or argument
 */
export function chooseSteps(args: readonly string[]): readonly Step[] {
  const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' } } });
  if (values.only === undefined) return steps;
  const wanted = values.only.split(',').map((name) => name.trim());
  const known = steps.map(({ name }) => name);
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no step ${unknown.join(', ')}. The steps are: ${known.join(', ')}.`);
  }
  return steps.filter(({ name }) => wanted.includes(name));
}
