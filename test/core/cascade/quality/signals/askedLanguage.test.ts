import { expect, it } from '@jest/globals';
import { askedLanguage } from '../../../../../core/cascade/quality/signals/language/askedLanguage';

it.each([
  ['Translate into German: "Good morning"', 'German'],
  ['Translate the following text to the French language: Hi', 'French'],
  ['translate to french: hi', 'French'],
  ['Please answer in Spanish. What is a tree?', 'Spanish'],
  ['Übersetze ins Englische: Guten Tag', 'English'],
  ['Übersetze das auf Englisch: Guten Tag', 'English'],
  ['Traduis en anglais : bonjour', 'English'],
  ['Responde en español: what is a tree?', 'Spanish'],
  ['Write a letter in Japanese', 'Japanese'],
  ['Translate from Spanish to Italian: hola', 'Italian'],
  ['Translate to German and to French: hi', undefined],
  ['Why do people in German cities cycle?', undefined],
  ['Where is Japanese spoken?', undefined],
])('%s: %p', (query, name) => {
  expect(askedLanguage(query)?.name).toBe(name);
});
