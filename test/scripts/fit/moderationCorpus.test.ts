import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CorpusText } from '../../../scripts/fit/moderation/corpus.mts';
import { labelOf, moderationCorpus } from '../../../scripts/fit/moderation/corpus.mts';

const ROWS = [
  { prompt: 'first', S: 0, S3: 1, V: 0 },
  { prompt: 'withheld', S: 1 },
  { prompt: 'third', H: 0, V: 0 },
];
const TOXICITY = 'text,is_toxic\n"you, fool",Toxic\nhello,Not Toxic\n';

describe('moderationCorpus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  let corpus: readonly CorpusText[] = [];

  beforeAll(() => {
    const openAi = join(folder, 'moderation-api-release', 'data');
    const toxicity = join(folder, 'surge-ai-toxicity');
    mkdirSync(openAi, { recursive: true });
    mkdirSync(toxicity);
    const lines = ROWS.map((row) => JSON.stringify(row)).join('\n');
    writeFileSync(join(openAi, 'samples-1680.jsonl.gz'), gzipSync(lines));
    writeFileSync(join(toxicity, 'toxicity_en.csv'), TOXICITY);
    corpus = moderationCorpus(folder);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const textThat = (text: string): CorpusText => {
    const found = corpus.find((candidate) => candidate.text === text);
    if (found === undefined) throw new Error(`The corpus has no "${text}".`);
    return found;
  };

  it('measures by the public texts at even places and leaves the others unread', () => {
    expect(corpus.filter(({ isMeasured }) => isMeasured).map(({ text }) => text)).toEqual(['first', 'third']);
    expect(corpus.some(({ text }) => text === 'withheld')).toBe(false);
  });

  it('takes a severe form of a category as the category, and what was not asked of a harmful text as unknown', () => {
    const first = textThat('first');
    expect(labelOf(first, 'any')).toBe(true);
    expect(labelOf(first, 'sexual')).toBe(true);
    expect(labelOf(first, 'sexual/minors')).toBe(true);
    expect(labelOf(first, 'violence')).toBe(false);
    expect(labelOf(first, 'self-harm')).toBeUndefined();
  });

  it('takes what was not asked of a harmless text as absent', () => {
    expect(labelOf(textThat('third'), 'self-harm')).toBe(false);
  });

  it('knows of comments only whether they are harmful', () => {
    const comment = textThat('you, fool');
    expect(labelOf(comment, 'any')).toBe(true);
    expect(labelOf(comment, 'harassment')).toBeUndefined();
    expect(labelOf(textThat('hello'), 'any')).toBe(false);
  });

  it('has texts of its own of every category, each said of any group', () => {
    const own = corpus.filter(({ isMeasured, source }) => !isMeasured && source === textThat('first').source);
    for (const category of [
      'hate',
      'harassment',
      'self-harm',
      'sexual',
      'sexual/minors',
      'violence',
    ] as const) {
      const positives = own.filter((text) => labelOf(text, category) === true);
      expect(positives.length).toBeGreaterThan(3);
      expect(positives.every((text) => labelOf(text, 'any') === true)).toBe(true);
    }
    expect(own.some(({ text }) => text.includes('*'))).toBe(false);
  });
});
