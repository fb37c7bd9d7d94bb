import { describe, expect, it } from '@jest/globals';
import { estimateTokens } from '../../../../core/models/tokens/estimateTokens';

const TYPESCRIPT = `export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(\`not a number: \${String(value)}\`);
    total += value;
  }
  return total;
}
`;

describe('an estimate is near the true count', () => {
  // Counted with gpt-tokenizer 4 in the encoding o200k_base.
  it.each([
    [
      'English',
      37,
      'Please summarise the attached contract in five sentences, name both parties, and list every date on which a payment falls due. If a clause is unclear, say so instead of guessing.',
    ],
    [
      'German',
      26,
      'Bitte fasse den beigefügten Vertrag in fünf Sätzen zusammen, nenne beide Parteien und liste alle Zahlungstermine auf.',
    ],
    [
      'Russian',
      28,
      'Пожалуйста, кратко изложите договор в пяти предложениях, назовите обе стороны и перечислите все сроки платежей.',
    ],
    [
      'Chinese',
      41,
      '请用五句话概括所附合同，写明双方当事人，并列出每一个付款到期日。如果某个条款不清楚，请直接说明，不要猜测。',
    ],
    [
      'Chinese with names of code',
      27,
      '请用TypeScript写一个函数parseConfig，它读取JSON文件并返回Config对象，出错时抛出ConfigError。',
    ],
    [
      'Japanese',
      41,
      '添付の契約書を五つの文で要約し、両当事者の名前を挙げ、支払期日をすべて列挙してください。',
    ],
    [
      'Korean',
      30,
      '첨부된 계약서를 다섯 문장으로 요약하고 양 당사자의 이름과 모든 지급 기일을 나열해 주세요.',
    ],
    ['Arabic', 30, 'يرجى تلخيص العقد المرفق في خمس جمل، وذكر اسم الطرفين، وسرد جميع تواريخ الدفع المستحقة.'],
    ['Hebrew', 33, 'אנא סכם את החוזה המצורף בחמישה משפטים, ציין את שני הצדדים ופרט את כל מועדי התשלום.'],
    [
      'Hindi',
      41,
      'कृपया संलग्न अनुबंध को पाँच वाक्यों में संक्षेप में बताइए, दोनों पक्षों के नाम लिखिए और भुगतान की सभी तिथियाँ बताइए।',
    ],
    ['Thai', 42, 'กรุณาสรุปสัญญาที่แนบมาเป็นห้าประโยค ระบุชื่อคู่สัญญาทั้งสองฝ่าย และแสดงวันครบกำหนดชำระเงินทั้งหมด'],
    ['TypeScript', 60, TYPESCRIPT],
    [
      'JSON',
      55,
      '{"orders":[{"id":48213,"customer":"Ada Lovelace","total":129.95,"paid":true,"lines":[{"sku":"A-100","quantity":2},{"sku":"B-7","quantity":1}]}],"next":null}',
    ],
    ['a hash', 35, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ])('%s: %i tokens', (_what, tokens, text) => {
    expect(Math.abs(estimateTokens(text) / tokens - 1)).toBeLessThan(0.25);
  });
});

describe('an estimate of 50,000 characters takes little time, whatever they are', () => {
  it.each([
    ['letters', 'a'],
    ['words', 'hello world '],
    ['spaces', ' '],
    ['line ends', '\n'],
    ['dots', '.'],
    ['digits', '1'],
    ['letters and digits', 'a1'],
    ['long words that almost are ids', 'aaaaaaaaaaaaaaaaaaa1 '],
    ['hanzi', '你好世界'],
    ['hanzi and letters in turn', '你a'],
    ['two kinds of punctuation in turn', '。.'],
    ['kana', 'カな'],
    ['hangul', '안녕'],
    ['Thai', 'สวัสดี'],
    ['emoji', '👨‍👩‍👧‍👦'],
    ['half a surrogate pair', '\ud83d'],
    ['combining marks', 'a\u0301'],
    ['zeros', '\0'],
    ['JSON', '{"a":[1,2,{"b":"c"}]},'],
  ])('%s', (_what, part) => {
    const text = part.repeat(50_000 / part.length);
    const started = performance.now();
    const tokens = estimateTokens(text);
    expect(performance.now() - started).toBeLessThan(250);
    expect(tokens).toBeLessThanOrEqual(text.length);
    expect(Number.isInteger(tokens)).toBe(true);
  });
});

it('counts nothing in an empty text', () => {
  expect(estimateTokens('')).toBe(0);
});

it('grows with the text', () => {
  for (const part of ['hello world ', '你好，世界。', 'const a = [1, 2];\n', 'สวัสดี ']) {
    const once = estimateTokens(part.repeat(100));
    expect(estimateTokens(part.repeat(200)) / once).toBeCloseTo(2, 1);
  }
});
