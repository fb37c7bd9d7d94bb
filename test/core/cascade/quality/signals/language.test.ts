import { describe, expect, it } from '@jest/globals';
import { readDraft } from '../../../../../core/cascade/quality/draft';
import { language } from '../../../../../core/cascade/quality/signals/language';

const reasonFor = (query: string, text: string) => language(readDraft({ query, text }))?.reason;

describe('language sees', () => {
  it.each<[string, string, string]>([
    [
      'What is the capital of France?',
      'Париж является столицей Франции.',
      'the question is in Latin script and the draft in Cyrillic',
    ],
    [
      'What is the capital of France?',
      '法国的首都是巴黎，它以埃菲尔铁塔闻名。',
      'the question is in Latin script and the draft in Han or Kana',
    ],
    [
      '日本の首都はどこですか？教えてください。',
      'The capital is Tokyo.',
      'the question is in Han or Kana script and the draft in Latin',
    ],
    [
      'Какая столица Франции?',
      'The capital is Paris.',
      'the question is in Cyrillic script and the draft in Latin',
    ],
    [
      'What is the capital of the country with the longest coast?',
      'La capitale du pays qui possède le plus long littoral du monde est Ottawa, une ville située sur la rivière des Outaouais.',
      'the question is in English and the draft is not',
    ],
    [
      'Wie heißt die Hauptstadt von Kanada und wo liegt sie?',
      'The capital of Canada is called Ottawa, and it lies on the Ottawa river, close to the border of Quebec.',
      'the question is in German and the draft is not',
    ],
    [
      'How do I reset the password of my account?',
      'table window garden quickly seven lamp bridge yellow morning paper river stone cloud basket engine letter mountain',
      'the question is in English and the draft is not',
    ],
  ])('%s %s', (query, text, reason) => {
    expect(reasonFor(query, text)).toBe(reason);
  });
});

describe('language does not see', () => {
  it.each<[what: string, query: string, text: string]>([
    ['the same script', 'What is the capital of France?', 'Die Hauptstadt von Frankreich ist Paris.'],
    [
      'a list of names',
      'What are the names of the ten largest cities in the world?',
      '1. Tokyo\n2. Delhi\n3. Shanghai\n4. Dhaka\n5. São Paulo\n6. Cairo\n7. Mexico City\n8. Beijing\n9. Mumbai\n10. Osaka',
    ],
    [
      'keywords',
      'Give me tags for a post about the sea',
      'ocean, beach, waves, sand, sun, surf, boats, shells',
    ],
    [
      'a code snippet',
      'How do I print the sum in the shell?',
      'total=0\nfor n in 1 2 3 4 5; do total=$((total+n)); done\necho $total total sum',
    ],
    ['a short word', 'What is the symbol of the sum?', 'Σίγμα'],
    ['a draft without letters', 'How much is 12 times 12 in total?', '12 × 12 = 144'],
    [
      'a mixed draft',
      'Что такое REST API и зачем он нужен?',
      'REST API (GET, POST, PUT, DELETE) это архитектурный стиль.',
    ],
    ['a translation', 'Translate to Chinese: the cat sits on the mat', '猫坐在垫子上，看着窗外的小鸟飞过。'],
    ['a language that was named', 'What is "thank you very much" in Russian?', 'Большое спасибо'],
    [
      'a language that was named in German',
      'Bedanke dich auf Japanisch bei mir',
      '先生、いつも本当にありがとうございます。',
    ],
    [
      'a language that was named in Chinese',
      '法国的首都是哪里？请用英文回答这个问题。',
      'The capital of France is Paris.',
    ],
    [
      'a language that was named in Russian',
      'Ответь на английском: столица Франции?',
      'The capital of France is Paris.',
    ],
    ['code that was not announced', 'Как отсортировать список?', 'sorted(items, key=lambda item: item.name)'],
    ['a link', '请给我官网链接，谢谢你的帮助', 'https://www.example.com/products/index.html'],
    [
      'code',
      'Напиши функцию на Python, которая переворачивает строку',
      'def reverse(text): return text[::-1]',
    ],
  ])('%s', (_what, query, text) => {
    expect(reasonFor(query, text)).toBeUndefined();
  });
});
