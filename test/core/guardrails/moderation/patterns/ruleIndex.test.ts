import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endOfMatch } from '../../../../../core/guardrails/moderation/patterns/pattern';
import { rulesOf, type Rule } from '../../../../../core/guardrails/moderation/patterns/rule';
import { RuleIndex } from '../../../../../core/guardrails/moderation/patterns/ruleIndex';
import type { Sentence, Token } from '../../../../../core/guardrails/moderation/patterns/sentence';

const rules = rulesOf({
  categories: ['hate'],
  form: 'claim',
  clear: ['#a #b', '#a|x ..2 #b|#c', 'x #b* #c', 'x_y #a', '^ #b #a? y', 'x|#c y !#a'],
});
const index = new RuleIndex(rules);

function token(word: string, tags: readonly string[]): Token {
  return { word, names: [word, ...tags], quoted: false, afterBreak: false };
}

function rulesAt(sentence: Sentence, start: number): Set<Rule> {
  const tags = index.tagsOf(sentence);
  const names = sentence[start]?.names ?? [];
  return new Set(names.flatMap((name) => index.rulesFrom(name, tags).map(({ rule }) => rule)));
}

describe('RuleIndex', () => {
  it('leaves none out that a place in a sentence answers', () => {
    const word = fc.constantFrom('x', 'y', 'z', 'x y');
    const tags = fc.subarray(['#a', '#b', '#c']);
    const sentence = fc.array(
      fc.tuple(word, tags).map(([written, its]) => token(written, its)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(sentence, (tokens) => {
        for (const start of tokens.keys()) {
          const answered = rules.filter(({ pattern }) => endOfMatch(pattern, tokens, start) !== undefined);
          expect([...rulesAt(tokens, start)]).toEqual(expect.arrayContaining(answered));
        }
      }),
    );
  });

  it('leaves out those that need what is not in the sentence', () => {
    expect(rulesAt([token('z', ['#a']), token('y', [])], 0).size).toBe(0);
  });

  it('finds its rules by more tags than a number has bits', () => {
    const tags = Array.from({ length: 70 }, (_, number) => `#t${String(number)}`);
    const many = new RuleIndex(
      rulesOf({ categories: ['hate'], form: 'claim', clear: tags.map((tag) => `x ${tag}`) }),
    );
    for (const tag of tags) {
      const sentence = [token('x', []), token('y', [tag])];
      const found = many.rulesFrom('x', many.tagsOf(sentence));
      expect(found.filter(({ rule }) => endOfMatch(rule.pattern, sentence, 0) === 2)).toHaveLength(1);
    }
  });
});
