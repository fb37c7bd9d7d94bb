import { describe, expect, it } from '@jest/globals';
import { Judge } from '../../../../core/guardrails/judge/judge';
import { ModerationJudge } from '../../../../core/guardrails/judge/moderationJudge';
import { MODERATION_CATEGORIES } from '../../../../core/guardrails/moderation/categories';
import { textOf } from '../../../../core/models/chatModel';
import { judgeThinking } from '../support/scriptedJudge';

const SAFE = { hate: 0, harassment: 0, 'self-harm': 0, sexual: 0, 'sexual/minors': 0, violence: 0 };

describe('moderation by a judge', () => {
  it('asks for every category', async () => {
    const chat = judgeThinking(() => ({ ...SAFE, hate: 0.7 }));
    const judge = new ModerationJudge(new Judge({ chat }));
    expect(judge.name).toBe('judge');
    expect(await judge.score('x')).toEqual({ ...SAFE, hate: 0.7 });
    const instructions = textOf(chat.requests[0]?.messages[0]?.content ?? '');
    for (const category of MODERATION_CATEGORIES) expect(instructions).toContain(`- "${category}": from 0.0`);
  });

  it('gives a long text the scores of its worst pieces', async () => {
    const chat = judgeThinking((text) => ({
      ...SAFE,
      hate: text.includes('first') ? 0.8 : 0.1,
      violence: text.includes('last') ? 0.6 : 0.2,
    }));
    const long = `first ${'word '.repeat(6_000)} last`;
    expect(await new ModerationJudge(new Judge({ chat })).score(long)).toEqual({
      ...SAFE,
      hate: 0.8,
      violence: 0.6,
    });
  });

  it('is safe for a blank text, which nobody is asked about', async () => {
    const chat = judgeThinking(() => ({}));
    expect(await new ModerationJudge(new Judge({ chat })).score(' ')).toEqual(SAFE);
    expect(chat.requests).toEqual([]);
  });

  it.each([
    ['a category is missing', { hate: 0, harassment: 0, 'self-harm': 0, sexual: 0, violence: 0 }],
    ['a score is no share', { ...SAFE, sexual: 50 }],
    ['a score is a word', { ...SAFE, sexual: 'none' }],
    ['there are no scores', { flagged: false }],
  ])('cannot tell when %s', async (_, answer) => {
    const chat = judgeThinking(() => answer);
    await expect(new ModerationJudge(new Judge({ chat })).score('x')).rejects.toMatchObject({
      name: 'GuardrailEngineError',
      fault: 'bad_reply',
    });
  });
});
