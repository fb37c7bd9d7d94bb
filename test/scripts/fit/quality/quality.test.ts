import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signalNames } from '../../../../core/cascade/quality/signals';
import shipped from '../../../../core/cascade/quality/weights/quality.json';
import { recordedDrafts } from '../../../../scripts/fit/data/recordedDrafts.mts';
import { crossValidate, leaveOneOut } from '../../../../scripts/fit/quality/crossValidation.mts';
import { PRIORS } from '../../../../scripts/fit/quality/priors.mts';
import { fitQuality, logOddsOf, readSets } from '../../../../scripts/fit/quality/qualityModel.mts';

const PROBLEMS = 40;

/** Every fourth draft has a sum that does not add up; rows at odd places are withheld. */
function writeData(folder: string): void {
  const gsm8k = join(folder, 'RouteLLM', 'routellm', 'evals', 'gsm8k');
  const alpaca = join(folder, 'alpaca_eval', 'results');
  const judged = join(alpaca, 'gpt-3.5-turbo-1106', 'weighted_alpaca_eval_gpt4_turbo');
  for (const path of [gsm8k, join(alpaca, 'gpt4_1106_preview'), judged]) mkdirSync(path, { recursive: true });
  const problems = Array.from({ length: PROBLEMS }, (_, row) => {
    const question = `Ann has ${String(row)} pens and buys 12 more. How many pens has she?`;
    const stated = row + 12 + Number(row % 8 < 2);
    return { row, question, right: row + 12, draft: `She has ${String(row)} + 12 = ${String(stated)} pens.` };
  });
  const csv = problems.map(({ row, question, right, draft }) =>
    row % 2 === 0 ? `"${question}",x,x,"${draft}","#### ${String(right)}"` : 'withheld,x,x,,',
  );
  const header =
    'prompt,mistralai/Mixtral-8x7B-Instruct-v0.1,gpt-4-1106-preview,mistralai/Mixtral-8x7B-Instruct-v0.1_response,gpt-4-1106-preview_response';
  writeFileSync(join(gsm8k, 'gsm8k_responses.csv'), `${[header, ...csv].join('\n')}\n`);
  const gold = problems.map(({ row, question, right }) =>
    JSON.stringify({ question: row % 2 === 0 ? question : 'withheld', answer: `So #### ${String(right)}` }),
  );
  writeFileSync(join(gsm8k, 'test.jsonl'), gold.join('\n'));
  const instructions = Array.from({ length: 12 }, (_, row) => `What is fact ${String(row)} about cats?`);
  writeFileSync(
    join(alpaca, 'gpt4_1106_preview', 'model_outputs.json'),
    JSON.stringify(instructions.map((instruction) => ({ instruction }))),
  );
  writeFileSync(
    join(judged, 'annotations.json'),
    JSON.stringify(
      instructions.map((instruction, row) => ({
        instruction,
        output_1: 'Cats sleep.',
        output_2: row % 4 === 0 ? 'Cats sleep a lot.' : 'I cannot help with that.',
        preference: row === 10 ? null : row % 4 === 0 ? 1.9 : 1.1,
      })),
    ),
  );
}

describe('the fit of quality', () => {
  const folder = mkdtempSync(join(tmpdir(), 'drafts-'));

  beforeAll(() => {
    writeData(folder);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('reads the rows at even places, and grades by the stated number', () => {
    const [gsm8k, alpaca] = recordedDrafts(folder);
    expect(gsm8k?.drafts).toHaveLength(PROBLEMS / 2);
    expect(gsm8k?.drafts.every(({ row, isGood }) => isGood === row % 8 >= 2)).toBe(true);
    expect(gsm8k?.drafts.every(({ verifiedQuality }) => verifiedQuality === 1)).toBe(true);
    expect(alpaca?.drafts.map(({ row }) => row)).toEqual([0, 2, 4, 6, 8]);
    expect(alpaca?.drafts.map(({ isGood }) => isGood)).toEqual([true, false, true, false, true]);
  });

  it('learns that sums have to add up, and orders drafts by it', () => {
    const sets = readSets(recordedDrafts(folder));
    const weights = fitQuality(sets);
    expect(weights.weights.wrongStep).toBeLessThan(PRIORS.wrongStep.weight);
    expect(weights.weights.empty).toBeCloseTo(PRIORS.empty.weight);
    for (const { drafts } of sets) {
      const [worstGood, bestBad] = [true, false].map((isGood) => {
        const logOdds = drafts
          .filter((draft) => draft.isGood === isGood)
          .map((draft) => logOddsOf(weights, draft));
        return isGood ? Math.min(...logOdds) : Math.max(...logOdds);
      });
      expect(worstGood).toBeGreaterThan(bestBad ?? NaN);
    }
  });

  it('scores each draft once by weights that have not seen it', () => {
    const sets = readSets(recordedDrafts(folder));
    for (const heldOut of [crossValidate(sets, 0), leaveOneOut(sets)]) {
      expect([...heldOut].map(([, drafts]) => drafts.length)).toEqual(
        sets.map(({ drafts }) => drafts.length),
      );
      for (const { score } of [...heldOut.values()].flat()) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThan(1);
      }
    }
  });
});

describe('the shipped weights', () => {
  it('are those of the signals', () => {
    expect(Object.keys(shipped.weights).toSorted()).toEqual(signalNames.toSorted());
  });

  it.each(signalNames)('let %s speak only as its prior allows', (name) => {
    expect(
      PRIORS[name].speaks === 'for' ? shipped.weights[name] : -shipped.weights[name],
    ).toBeGreaterThanOrEqual(0);
  });
});
