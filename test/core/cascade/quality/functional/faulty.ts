import type { CaseGroup } from './cases';
import { FAULTY_AT_WORK } from './faultyAtWork';

const PLANTS = 'How do plants make the sugar that they live on?';
const LOREM =
  'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.';

/** Drafts that nobody should get to see. */
export const FAULTY: readonly CaseGroup[] = [
  {
    name: 'nothing and refusals',
    cases: [
      ['nothing', PLANTS, ''],
      ['blanks', PLANTS, ' \n\n '],
      ['English', PLANTS, "I'm sorry, but I can't help with that."],
      ['fulfil', PLANTS, 'I apologize, but I am unable to fulfill this request.'],
      ['a language model', PLANTS, 'As an AI language model, I cannot answer questions about biology.'],
      ['no information', PLANTS, "I'm sorry, but I don't have enough information to answer that."],
      [
        'ignorance',
        'Who won the world cup of 1998?',
        "I don't know. Maybe it was France, I think, but I'm not sure.",
      ],
      ['German', 'Wie machen Pflanzen Zucker?', 'Es tut mir leid, aber ich kann dir dabei nicht helfen.'],
      [
        'French',
        'Comment les plantes font-elles du sucre ?',
        'Je suis désolé, mais je ne peux pas vous aider.',
      ],
      ['Spanish', '¿Cómo hacen azúcar las plantas?', 'Lo siento, pero no puedo ayudar con eso.'],
      [
        'Italian',
        'Come producono zucchero le piante?',
        'Mi dispiace, ma non posso aiutarti con questa richiesta.',
      ],
      ['Portuguese', 'Como as plantas produzem açúcar?', 'Desculpe, mas não posso ajudar com isso.'],
      ['Japanese', '植物はどうやって糖を作りますか?', '申し訳ありませんが、その質問にはお答えできません。'],
      ['Chinese', '植物是怎样制造糖的？', '很抱歉，我无法回答这个问题。'],
      ['Korean', '식물은 어떻게 당을 만드나요?', '죄송하지만 그 질문에는 답변할 수 없습니다.'],
      ['Arabic', 'كيف تصنع النباتات السكر؟', 'عذرًا، لا أستطيع مساعدتك في ذلك.'],
      ['Russian', 'Как растения делают сахар?', 'Извините, но я не могу помочь с этим вопросом.'],
    ],
  },
  {
    name: 'nonsense of the right length',
    cases: [
      ['placeholder text', PLANTS, LOREM],
      ['much placeholder text', PLANTS, LOREM.repeat(3)],
      [
        'a short placeholder',
        'Who was Ada Lovelace?',
        'Lorem ipsum dolor sit amet, consectetur adipiscing elit.',
      ],
      [
        'shuffled words',
        PLANTS,
        'Sugar the of is plants and to light the make in a from roots the water with of carbon are they leaves through into and the air of is oxygen release.',
      ],
      [
        'random words',
        PLANTS,
        'Banana quickly telephone jump green under window seventeen harvest copper lazy bridge tomorrow violin pocket simmer.',
      ],
      ['random keys', PLANTS, 'asdfgh jklasdf qwrtzp xcvbnm sdfghjk hjklgf wrtpsdf lkjhgfd'],
      ['a loop', 'Write a few sentences about cats.', 'The cat sat on the mat and '.repeat(40)],
      ['a loop of lines', 'What is a contract?', 'A contract is an agreement.\n'.repeat(30)],
    ],
  },
  {
    name: 'answers to another question',
    cases: [
      [
        'a tower for plants',
        PLANTS,
        'The Eiffel Tower was built between 1887 and 1889 by the company of Gustave Eiffel as the entrance to a world fair in Paris.',
      ],
      [
        'short',
        'Who was the first woman in space?',
        'Bread rises because yeast turns starch into gas while the dough rests in a warm place.',
      ],
      [
        'a recipe for a law',
        'What does the statute of limitations mean for unpaid invoices?',
        'Whisk the eggs with the milk, add flour and a pinch of salt, and fry thin pancakes in hot butter until golden on both sides.',
      ],
      [
        'German',
        'Wann beginnt in Bayern die Schule nach den Sommerferien?',
        'Kaffee entstand vermutlich in Äthiopien. Von dort gelangten Bohnen über Jemen nach Europa, wo bald überall Kaffeehäuser entstanden.',
      ],
      [
        'Chinese',
        '为什么月亮有圆缺？',
        '做红烧肉要先把五花肉切块焯水，再加酱油、冰糖和料酒，小火炖一个小时。',
      ],
    ],
  },
  {
    name: 'cut off',
    cases: [
      [
        'in mid-sentence',
        PLANTS,
        'Plants take in water through their roots and carbon dioxide through their leaves, and with the energy of sunlight they turn both into sugar, which feeds them, and into oxygen, which they release through small openings called',
      ],
      [
        'in a block of code',
        'Write a Python function to reverse a string',
        '```python\ndef reverse(s):\n    return s[',
      ],
      [
        'in a calculation',
        'A farm has 12 cows that give 25 litres a day and 8 that give 18. How much milk is that in a week?',
        'The first group gives 12 × 25 = 300 litres a day. The second gives 8 × 18 = 144 litres a day. Together that is 300 + 144 = 444 litres a day, so in a week 444 ×',
      ],
    ],
  },
  {
    name: 'not in the form that was asked for',
    cases: [
      ['broken JSON', 'Return JSON with name and age of Anna, 30.', '{"name": "Anna", "age": 30'],
      [
        'JSON with words for values',
        'Reply only with JSON: name and age of Anna, 30.',
        '{name: Anna, age: thirty}',
      ],
      [
        'prose for JSON',
        'Answer as a JSON object with the key "capital": capital of Peru?',
        'The capital of Peru is Lima.',
      ],
      ['neither yes nor no', 'Is 91 prime? Answer yes or no.', '91 is a number between 90 and 92.'],
      [
        'many sentences for a word',
        'In one word, what colour are emeralds?',
        'Emeralds are a variety of beryl. Their colour comes from traces of chromium and vanadium, and it is usually described as a deep and vivid green that has fascinated people for thousands of years.',
      ],
      [
        'two of ten',
        'List ten ways to save water at home.',
        '1. Take shorter showers.\n2. Repair dripping taps.',
      ],
      [
        'English for German',
        'Translate into German: "The train leaves at nine and arrives at noon in Vienna."',
        'The train leaves at nine and it arrives in Vienna at noon.',
      ],
      [
        'Russian for English',
        'What is the capital of France, and what is it known for?',
        'Столица Франции — Париж. Город известен своими музеями, башней и кухней.',
      ],
      [
        'English for Spanish',
        'Responde en español: ¿por qué el mar es salado?',
        'Rivers dissolve salts from the rocks and carry them to the sea, where the water evaporates and the salt stays.',
      ],
      [
        'Python that does not parse',
        'Write a Python function that adds two numbers and one that multiplies them.',
        '```python\ndef add(a, b:\n    return a + b\n\ndef multiply(a b)\n    return a * b)\n```',
      ],
      [
        'JavaScript that does not parse',
        'Write a JavaScript function that sums an array.',
        '```js\nfunction sum(numbers {\n  let total = 0;\n  for (const n of numbers) total += n;\n  return total;\n}}\n```',
      ],
    ],
  },
  {
    name: 'sums that do not add up',
    cases: [
      ['an addition', 'How many clips are 48 and 24?', '48 + 24 = 73 clips.'],
      [
        'a product with units',
        'A hall has 14 rows of 12 seats and 6 rows of 20 seats. How many seats are there?',
        'The first part has 14 rows * 12 seats = 158 seats. The second part has 6 rows * 20 seats = 120 seats. In total there are 158 + 120 = 278 seats.',
      ],
      [
        'another conclusion and unused numbers',
        'Mia has 45 stamps, buys 3 packs of 12 stamps and gives away 9. How many stamps does she have?',
        'Mia buys 3 packs, so she has 45 + 3 = 48 stamps. Therefore the answer is 36.',
      ],
      [
        'a bill',
        'Sum this bill: 3 shirts at $19 and 2 belts at $11.',
        '3 × $19 = $57\n2 × $11 = $22\nTotal: $57 + $22 = $89',
      ],
      [
        'a correction in the middle',
        'A tank holds 400 litres and loses 15 litres an hour. How much is left after 6 hours?',
        'It loses 15 * 6 = 80 litres. Wait, that is not right. So there are 400 - 80 = 320 litres left.',
      ],
    ],
  },
  ...FAULTY_AT_WORK,
];
