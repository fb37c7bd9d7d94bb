import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withoutEcho } from '../../../../core/guardrails/external/withoutEcho';

const TEXT = 'My name is Jane Doe, mail Jane@Corp.example or call 415-555-2671. The PIN is 4711.';

describe('what a provider says', () => {
  it.each([
    ['The model is overloaded', 'The model is overloaded'],
    ['status 429: try again in 20 s', 'status 429: try again in 20 s'],
    ['Refused: "My name is Jane Doe, mail"', 'Refused: "…"'],
    ['Refused: MY NAME IS JANE DOE, MAIL', 'Refused: …'],
    ['no such user <jane@corp.example>', 'no such user <…>'],
    ['bad input 415-555-2671!', 'bad input …!'],
    ['user=jane@corp.example, pin:4711', 'user=…, pin:…'],
    ['unexpected 4711 at line 1', 'unexpected … at line 1'],
  ])('repeats nothing of the text: %s', (message, shown) => {
    expect(withoutEcho(message, TEXT)).toBe(shown);
  });

  it('is what it was beside a text that has nothing of it', () => {
    expect(withoutEcho('', TEXT)).toBe('');
    expect(withoutEcho('The API key is wrong', '')).toBe('The API key is wrong');
  });

  it('repeats a short text as little as a long one', () => {
    expect(withoutEcho('cannot judge "you idiot"', 'you idiot')).toBe('cannot judge "…"');
  });

  it('is cut', () => {
    expect(withoutEcho('x'.repeat(1_000), TEXT)).toBe(`${'x'.repeat(300)}…`);
  });

  it('never has twenty characters in a row of the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 20 }), fc.string(), fc.string(), (text, before, after) => {
        const shown = withoutEcho(before + text + after, text).toLowerCase();
        for (let start = 0; start + 20 <= shown.length; start += 1) {
          const run = shown.slice(start, start + 20);
          if (!run.includes('…')) expect(text.toLowerCase()).not.toContain(run);
        }
      }),
    );
  });
});
