import { expect, it } from '@jest/globals';
import { readDraft } from '../../../../../core/cascade/quality/draft';
import { hasLooseBrackets } from '../../../../../core/cascade/quality/signals/code/balance';
import { codeLanguage } from '../../../../../core/cascade/quality/signals/codeLanguage';

const reason = (query: string, language: string) =>
  codeLanguage(readDraft({ query, text: `\`\`\`${language}\nx\n\`\`\`` }))?.reason;

it('sees code in another language', () => {
  expect(reason('Write a Python function that adds.', 'js')).toBe(
    'the question asks for python and the code is in javascript',
  );
  expect(reason('Schreibe mir ein Bash-Skript.', 'powershell')).toBeDefined();
});

it.each([
  ['the language asked for', 'Write a Python function.', 'py'],
  ['one that does for it', 'Write a JavaScript function.', 'ts'],
  ['several languages', 'Write this Python function in JavaScript.', 'js'],
  ['none', 'Write a function.', 'js'],
  ['a fence without a name', 'Write a Python function.', ''],
  ['a language that is not known', 'Write a Python function.', 'output'],
  ['code that comes with the question', 'Write Python for:\n```js\na()\n```', 'js'],
  ['no wish for code', 'Is Python faster?', 'c'],
])('does not see %s', (_what, query, language) => {
  expect(reason(query, language)).toBeUndefined();
});

it.each([
  ['sql', 'SELECT COUNT(* FROM a', true],
  ['sql', "SELECT ')' FROM (SELECT 1) -- it's one :(", false],
  ['java', 'void a() { b(); }', false],
  ['java', 'void a() { b(]; }', true],
  ['java', 'String a = "(\\"{"; // not closed: (', false],
  ['c', 'int a(void) {', true],
  ['bash', 'case $a in b) echo c ;; esac', false],
])('%s: %s has loose brackets: %p', (language, code, expected) => {
  expect(hasLooseBrackets(language, code)).toBe(expected);
});
