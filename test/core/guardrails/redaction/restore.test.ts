import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { redact } from '../../../../core/guardrails/redaction/redact';
import { RedactionMap } from '../../../../core/guardrails/redaction/redactionMap';
import { restore, restoreDetailed } from '../../../../core/guardrails/redaction/restore';
import { found } from './support/found';

/** EMAIL_1 to EMAIL_12 stand for e1@x.co to e12@x.co, CREDIT_CARD_1 for 4111. */
const map = RedactionMap.from({
  version: 1,
  entries: [
    ...Array.from({ length: 12 }, (_, index) => [`EMAIL_${String(index + 1)}`, `e${String(index + 1)}@x.co`]),
    ['CREDIT_CARD_1', '4111'],
  ],
});

describe('a model’s answer is restored', () => {
  it.each([
    ['as it was given', 'Write to [EMAIL_1].', 'Write to e1@x.co.'],
    ['in another case', '[Email_1] [email_1] [EMAIL_1]', 'e1@x.co e1@x.co e1@x.co'],
    ['without brackets', 'EMAIL_1, email_1 and Email_1.', 'e1@x.co, e1@x.co and e1@x.co.'],
    ['with doubled brackets', '[[EMAIL_1]]', 'e1@x.co'],
    ['with brackets of another script', '【EMAIL_1】 ［EMAIL_1］', 'e1@x.co e1@x.co'],
    ['escaped for Markdown', '\\[EMAIL\\_1\\] and [EMAIL\\_1]', 'e1@x.co and e1@x.co'],
    ['with a space', '[EMAIL 1] [Credit Card 1] EMAIL 1', 'e1@x.co 4111 e1@x.co'],
    ['with a hyphen', '[EMAIL-1] [CREDIT-CARD-1] CREDIT-CARD-1', 'e1@x.co 4111 4111'],
    ['with padding', '[ EMAIL_1 ] [**EMAIL_1**] [`EMAIL_1`]', 'e1@x.co e1@x.co e1@x.co'],
    [
      'in bold',
      '**[EMAIL_1]** __EMAIL_1__ *EMAIL_1* _[EMAIL_1]_',
      '**e1@x.co** __e1@x.co__ *e1@x.co* _e1@x.co_',
    ],
    ['in code', '`[EMAIL_1]` `EMAIL_1`', '`e1@x.co` `e1@x.co`'],
    ['in the genitive', "[EMAIL_1]'s and EMAIL_1’s", "e1@x.co's and e1@x.co’s"],
    ['in a list', '[EMAIL_1, EMAIL_2]', '[e1@x.co, e2@x.co]'],
    ['in a link', '[write](mailto:[EMAIL_1])', '[write](mailto:e1@x.co)'],
    ['in braces', '<EMAIL_1> {{EMAIL_1}} (EMAIL_1)', '<e1@x.co> {{e1@x.co}} (e1@x.co)'],
    ['in text without spaces', '请联系EMAIL_1吧', '请联系e1@x.co吧'],
    ['beside another', '[EMAIL_1][EMAIL_2]', 'e1@x.coe2@x.co'],
    ['with as many digits as it has', '[EMAIL_1] [EMAIL_10] EMAIL_11', 'e1@x.co e10@x.co e11@x.co'],
    ['at the end of a sentence', 'EMAIL_1. EMAIL_1', 'e1@x.co. e1@x.co'],
    ['in half a pair of brackets', '[EMAIL_1', '[e1@x.co'],
  ])('%s', (_, answer, restored) => {
    expect(restore(answer, map)).toBe(restored);
  });

  it.each([
    'Email 1: a first draft. Email 2: a second one.',
    'EMAIL 1-800, EMAIL 1.5',
    'WORK_EMAIL_1 EMAIL_1_OLD EMAIL_1_2',
    'EMAIL_01 EMAIL_1st EMAIL_0 EMAIL1 EMAIL_',
    'EMAIL\n1',
    'CARD_1 [CARD_1] DIRECT_DEBIT_1',
  ])('but not where it says something else: %s', (answer) => {
    expect(restoreDetailed(answer, map)).toEqual({ text: answer, restored: [], unknown: [] });
  });

  it('and what a model made up is told', () => {
    expect(restoreDetailed('[EMAIL_1] [email_99] [EMAIL_99] [PHONE_1] [FIGURE_1]', map)).toEqual({
      text: 'e1@x.co [email_99] [EMAIL_99] [PHONE_1] [FIGURE_1]',
      restored: ['EMAIL_1'],
      unknown: ['EMAIL_99', 'PHONE_1'],
    });
  });

  it('once: a value that looks like a placeholder stays', () => {
    const looksAlike = new Map([
      ['EMAIL_1', '[EMAIL_2] $& '],
      ['EMAIL_2', 'b'],
    ]);
    expect(restore('[EMAIL_1][EMAIL_2]', looksAlike)).toBe('[EMAIL_2] $& b');
  });

  it('when it is a text', () => {
    expect(() => {
      Reflect.apply(restore, undefined, [null, map]);
    }).toThrow('Parameter "text" is null, but must be a text');
  });
});

describe('a reversible redaction', () => {
  it('has one placeholder for a value throughout a conversation', () => {
    const first = 'From a@b.co to c@d.co';
    const second = 'From c@d.co to e@f.co, a@b.co';
    const emails = { email: ['a@b.co', 'c@d.co', 'e@f.co'] };
    const { map: own, text } = redact(first, found(first, emails), { style: 'reversible' });
    expect(text).toBe('From [EMAIL_1] to [EMAIL_2]');
    const later = redact(second, found(second, emails), { style: 'reversible', map: own });
    expect(later.text).toBe('From [EMAIL_2] to [EMAIL_3], [EMAIL_1]');
    expect(later.map).toBe(own);
  });

  it('has two for a value written in two ways, since each is restored as it was', () => {
    const text = 'Jane@x.co, jane@x.co';
    const redacted = redact(text, found(text, { email: ['Jane@x.co', 'jane@x.co'] }), {
      style: 'reversible',
    });
    expect(redacted.text).toBe('[EMAIL_1], [EMAIL_2]');
    expect(restore(redacted.text, redacted.map)).toBe(text);
  });

  it('tells what looks like a placeholder from one', () => {
    const text = 'Is [EMAIL_1] or email_1 a@b.co?';
    const { text: redacted, map: own } = redact(text, found(text, { email: ['a@b.co'] }), {
      style: 'reversible',
    });
    expect(redacted).toBe('Is [LITERAL_1] or [LITERAL_2] [EMAIL_1]?');
    expect(restore(redacted, own)).toBe(text);
  });

  it('tells apart brackets that stood there and brackets that a model adds', () => {
    const text = '[a@b.co](mailto:a@b.co)';
    const { text: redacted, map: own } = redact(text, found(text, { email: ['a@b.co'] }), {
      style: 'reversible',
    });
    expect(redacted).toBe('[EMAIL_1](mailto:[EMAIL_2])');
    expect(restore(redacted, own)).toBe(text);
    expect(restore('[[EMAIL_2]]', own)).toBe('a@b.co');
  });

  it('keeps a conversation exact when a custom type is found later', () => {
    const options = { style: 'reversible', map: new RedactionMap(), customTypes: ['Order no.'] } as const;
    const first = redact('See order_no_1.', [], options);
    const second = redact('A-77', [{ type: 'Order no.', start: 0, end: 4, confidence: 1 }], options);
    expect(second.text).toBe('[ORDER_NO_1]');
    expect(restore(first.text, options.map)).toBe('See order_no_1.');
  });

  const atom = fc.constantFrom(
    ...['EMAIL', 'email', 'PHONE', 'CREDIT', 'CARD', 'LITERAL', 'THING', 'x', '请', 'é', '1', '2', '10', '0'],
    ...[
      '_',
      '_',
      '-',
      ' ',
      '\\',
      '[',
      ']',
      '[',
      ']',
      '\\[',
      '\\]',
      '【',
      '］',
      '*',
      '`',
      '.',
      '\n',
      '\u0000',
      '$&',
    ],
    ...[
      '[EMAIL_1]',
      'EMAIL_2',
      '[[PHONE_1]]',
      '\\[LITERAL\\_1\\]',
      'CREDIT CARD 1',
      '[ THING-1 ]',
      '😀',
      '\ud83d',
    ],
  );
  const anyText = fc.array(atom, { maxLength: 12 }).map((atoms) => atoms.join(''));
  const type = fc.constantFrom('email', 'phone', 'credit_card', 'thing', 'literal');
  const message = fc.array(fc.tuple(anyText, type, anyText), { maxLength: 5 });

  /** A text in which every third piece is a finding. */
  function assembled(pieces: readonly (readonly [string, string, string])[]) {
    let text = '';
    const findings = pieces.flatMap(([gap, name, value]) => {
      const start = text.length + gap.length;
      text += gap + value;
      return value === '' ? [] : [{ type: name, start, end: text.length, confidence: 0.5 }];
    });
    return { text, findings };
  }

  it('is undone exactly, for every text of a conversation', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 3 }), (messages) => {
        const options = { style: 'reversible', map: new RedactionMap(), customTypes: ['thing'] } as const;
        const texts = messages.map(assembled);
        const redacted = texts.map(({ text, findings }) => redact(text, findings, options).text);
        const kept = RedactionMap.from(JSON.parse(JSON.stringify(options.map)));
        expect(redacted.map((text) => restore(text, kept))).toEqual(texts.map(({ text }) => text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is undone exactly when it was done twice', () => {
    fc.assert(
      fc.property(message, (pieces) => {
        const options = { style: 'reversible', map: new RedactionMap(), customTypes: ['thing'] } as const;
        const { text, findings } = assembled(pieces);
        const once = redact(text, findings, options).text;
        const twice = redact(once, [], options).text;
        expect(restore(twice, options.map)).toBe(once);
        expect(restore(once, options.map)).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused for a value that is longer than a map keeps', () => {
    const text = `a ${'x'.repeat(10_001)}`;
    const finding = { type: 'thing', start: 2, end: text.length, confidence: 1 };
    expect(() => redact(text, [finding], { style: 'reversible' })).toThrow(
      'A finding has 10001 characters, and at most 10000 can be kept to restore it',
    );
  });
});
