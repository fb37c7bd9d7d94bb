import type { CaseGroup } from './cases';
import { FINE_AT_WORK } from './fineAtWork';

/** Drafts that a person would let pass. */
export const FINE: readonly CaseGroup[] = [
  {
    name: 'short right answers',
    cases: [
      ['a code', 'What is the ISO code of Japan?', 'JP'],
      ['a yes', 'Is water wet? Answer yes or no.', 'Yes'],
      ['a name and a year', 'Who wrote Frankenstein and when?', 'Mary Shelley, 1818.'],
      ['a label', 'Classify the sentiment as positive or negative: "I hated every minute."', 'negative'],
      ['a number', 'How many legs does a spider have?', '8'],
      ['a percentage', 'What is 15 % of 80?', '12'],
      ['a product', 'What is 17 times 23? Just the number.', '391'],
      ['a small word problem', 'I have 3 apples, buy 4 and eat 2. How many are left?', '5'],
      ['a place', 'Where is the Alhambra?', 'In Granada, Spain.'],
      ['a date', 'When did the Berlin Wall fall?', '9 November 1989'],
      ['a colour', 'In one word, what colour are emeralds?', 'Green'],
      ['a letter', 'Which option is right? A) 3 B) 4 C) 5. What is 2 + 2? Answer with the letter.', 'B'],
      ['three cities', 'Name three cities in Norway.', 'Oslo, Bergen, Trondheim'],
      ['a boolean', 'Is "level" a palindrome? Reply true or false.', 'true'],
      ['German', 'Wie heißt die Hauptstadt von Österreich?', 'Wien'],
      ['German yes', 'Ist Blei schwerer als Wasser? Antworte mit ja oder nein.', 'Ja.'],
      ['French', 'Qui a peint la Joconde ?', 'Léonard de Vinci.'],
      ['Spanish', '¿En qué año llegó el hombre a la Luna?', 'En 1969.'],
      ['Italian', 'Qual è il fiume più lungo d’Italia?', 'Il Po.'],
      ['Portuguese', 'Qual é a capital de Moçambique?', 'Maputo.'],
      ['Japanese', '富士山の高さは?', '3776メートルです。'],
      ['Chinese', '水的化学式是什么？', 'H₂O'],
      ['Korean', '한국에서 가장 높은 산은?', '한라산입니다.'],
      ['Arabic', 'ما هي أكبر قارة في العالم؟', 'آسيا'],
      ['Russian', 'Кто написал «Евгения Онегина»?', 'Александр Пушкин.'],
      ['Hindi', 'भारत का राष्ट्रीय पक्षी कौन सा है?', 'मोर'],
      ['Turkish', 'Türkiye’nin başkenti neresidir?', 'Ankara'],
      ['Polish', 'Kto napisał „Pana Tadeusza”?', 'Adam Mickiewicz.'],
    ],
  },
  {
    name: 'letters and messages',
    cases: [
      [
        'a day off',
        'Write a short e-mail to my boss asking for Friday off.',
        'Subject: Friday off\n\nHi Anna,\n\nI would like to take this Friday off for a family matter. My open tasks will be done by Thursday evening, and Tom covers urgent requests.\n\nBest regards,\nSam',
      ],
      [
        'a complaint',
        'Draft a polite complaint about a parcel that came two weeks late.',
        'Dear Sir or Madam,\n\nI ordered a lamp on 3 May, and the parcel reached me only on 27 May, two weeks after the promised date. I would be grateful if you could refund the express fee and let me know what went wrong.\n\nYours faithfully,\nMaria Keller',
      ],
      [
        'an e-mail that declines',
        'Write an e-mail declining a meeting invitation',
        "Hi Bob,\n\nThank you for the invitation. I'm sorry, but I can't make it on Tuesday. Would Wednesday at 10 work?\n\nBest,\nSam",
      ],
      [
        'a post with hashtags',
        'Write a LinkedIn post about our new bakery in Lyon.',
        'We are opening our doors in Lyon! From Monday on you will find fresh bread, brioche and coffee at Rue Mercière 12. Come by, say hello and taste our sourdough.\n\n#bakery #Lyon #opening',
      ],
      [
        'German',
        'Schreibe eine kurze Einladung zu meinem 40. Geburtstag am 12. Juni.',
        'Liebe Freunde,\n\nich werde 40! Das möchte ich am 12. Juni ab 18 Uhr mit euch in unserem Garten feiern. Für Essen und Getränke ist gesorgt, bringt einfach gute Laune mit. Bitte gebt mir bis Ende Mai Bescheid.\n\nEuer Jan',
      ],
      [
        'French',
        'Écris un message pour remercier ma voisine qui a gardé mon chat.',
        'Chère Claire,\n\nMerci infiniment d’avoir gardé Minou pendant nos vacances. Il avait l’air heureux et en pleine forme à notre retour. Je te rapporte une petite surprise de Bretagne !\n\nÀ bientôt,\nSophie',
      ],
      [
        'Spanish',
        'Escribe un correo breve para pedir una cita con el dentista.',
        'Estimados señores:\n\nMe gustaría pedir una cita con el dentista para una revisión. Estoy disponible los lunes y los miércoles por la tarde. ¿Podrían decirme qué día les viene bien?\n\nUn saludo,\nElena Ruiz',
      ],
    ],
  },
  {
    name: 'explanations',
    cases: [
      [
        'the sky',
        'Why is the sky blue?',
        'Sunlight contains all colours. The molecules of the air scatter short waves, which we see as blue, far more than long ones, so blue light reaches us from every direction of the sky.',
      ],
      [
        'a list of tips',
        'What are some tips for falling asleep faster?',
        'Here are a few that help many people:\n\n1. Go to bed at the same time every day.\n2. Put screens away an hour before.\n3. Keep the bedroom cool and dark.\n4. Avoid coffee after noon.\n5. Read something calm.',
      ],
      [
        'how to',
        'How do I descale a kettle?',
        'Fill the kettle half with water and half with white vinegar, bring it to the boil and let it stand for an hour. Then pour it out, rinse it twice and boil fresh water once before you use it again.',
      ],
      [
        'a comparison',
        'Compare a heat pump with a gas boiler.',
        'A heat pump moves heat from outside and uses one unit of electricity for three or four of heat; a gas boiler burns fuel. The heat pump costs more to install and less to run, and it needs good insulation. The boiler is cheap and works in any house, but it emits carbon dioxide.',
      ],
      [
        'history',
        'What caused the First World War?',
        'The war was set off by the assassination of Archduke Franz Ferdinand in Sarajevo in June 1914. Behind it stood rival alliances, an arms race, nationalism in the Balkans and plans for mobilisation that left no time for talks.',
      ],
      [
        'a careful answer',
        'Will it rain in Berlin tomorrow? The forecast says 80 %.',
        'Probably: the forecast gives an 80 % chance, so take an umbrella.',
      ],
      [
        'German',
        'Warum haben Katzen Schnurrhaare?',
        'Schnurrhaare sind Tasthaare. Mit ihnen spürt eine Katze im Dunkeln Hindernisse, misst, ob sie durch eine Lücke passt, und erkennt die Bewegung ihrer Beute an feinen Luftströmen.',
      ],
      [
        'French',
        'Pourquoi les feuilles tombent-elles en automne ?',
        'En automne, les jours raccourcissent et l’arbre économise son eau. Il retire la chlorophylle de ses feuilles, qui jaunissent, puis forme une couche de liège à leur base : elles se détachent et tombent.',
      ],
      [
        'Spanish',
        '¿Por qué el mar es salado?',
        'Los ríos disuelven sales de las rocas y las llevan al mar. El agua se evapora, pero la sal se queda, y así el mar se ha vuelto salado durante millones de años.',
      ],
      [
        'Japanese',
        'なぜ海は青いのですか?',
        '水は赤い光を吸収し、青い光をあまり吸収しません。そのため深い海では青い光だけが残り、海は青く見えます。',
      ],
      [
        'Chinese',
        '为什么月亮有圆缺？',
        '月亮本身不发光，我们看到的是它反射的太阳光。月亮绕地球转动时，被照亮的一面朝向我们的部分不断变化，所以月亮有圆缺。',
      ],
      [
        'Arabic',
        'لماذا تهاجر الطيور في الشتاء؟',
        'تهاجر الطيور في الشتاء لأن الغذاء يقل في المناطق الباردة، فتسافر إلى مناطق دافئة تجد فيها الطعام، ثم تعود في الربيع لتبني أعشاشها.',
      ],
      [
        'Russian',
        'Почему зимой холодно?',
        'Ось Земли наклонена, поэтому зимой солнце стоит низко и светит недолго. Земля получает меньше тепла, и становится холодно.',
      ],
      [
        'Korean',
        '왜 하늘은 파란색인가요?',
        '하늘은 공기 분자가 파란 빛을 더 많이 산란시키기 때문에 파란색으로 보입니다. 해가 질 때는 빛이 더 먼 길을 지나므로 붉게 보입니다.',
      ],
      [
        'a sum',
        'What is a tip of 15 % on $80, and the total?',
        'The tip is 0.15 × $80 = $12, so the total is $80 + $12 = $92.',
      ],
      [
        'a worked problem',
        'A baker sells 12 rolls at $2 each and 5 loaves at $4 each. How much does he take?',
        'Rolls: 12 × $2 = $24.\nLoaves: 5 × $4 = $20.\nTogether he takes $24 + $20 = $44.',
      ],
    ],
  },
  {
    name: 'poems, stories, talk',
    cases: [
      [
        'a haiku',
        'Write a haiku about autumn',
        'Leaves fall one by one,\na crow calls across the field,\nthe river grows cold',
      ],
      [
        'a joke',
        'Tell me a joke about programmers.',
        'A man is told to buy a litre of milk, and if they have eggs, to bring a dozen. He comes home with twelve litres. "Why?" "They had eggs."',
      ],
      [
        'a story',
        'Write a very short story about a lighthouse.',
        'Every night old Marta climbed the stairs and lit the lamp, though no ship had passed in years. One evening a boat came out of the fog. "We saw you," said the boy at the oar. "We always saw you."',
      ],
      [
        'a slogan',
        'Write a slogan for a bicycle shop.',
        'Two wheels, one smile: your next ride starts here.',
      ],
      [
        'German',
        'Schreibe ein kurzes Gedicht über den Winter.',
        'Der Schnee legt leise sich aufs Land,\ndie Nacht ist klar und weit,\nein Licht im Fenster, deine Hand,\nund sonst nur Stille, Zeit.',
      ],
      [
        'sympathy',
        'My cat died yesterday.',
        "I'm so sorry for your loss. Would you like to tell me about it?",
      ],
      [
        'thanks',
        'Thanks, that was really helpful!',
        "You're very welcome! If anything else comes up, just ask and we'll sort it out together.",
      ],
      ['hello', 'Hello, how are you?', 'I am doing well, thank you. What can I do for you today?'],
    ],
  },
  {
    name: 'code and data',
    cases: [
      [
        'Python',
        'Write a Python function that reverses a string.',
        '```python\ndef reverse(text):\n    return text[::-1]\n```',
      ],
      [
        'TypeScript',
        'Write a TypeScript function that returns the largest number of an array.',
        'Use `Math.max` with a spread, and say what an empty array gives:\n\n```ts\nexport function largest(numbers: readonly number[]): number | undefined {\n  return numbers.length === 0 ? undefined : Math.max(...numbers);\n}\n```',
      ],
      [
        'React',
        'Show me a React button that counts clicks.',
        '```jsx\nimport { useState } from "react";\n\nexport function Counter() {\n  const [count, setCount] = useState(0);\n  return <button onClick={() => setCount(count + 1)}>Clicked {count} times</button>;\n}\n```',
      ],
      [
        'code without a fence',
        'Write a loop in JavaScript that prints 0 to 9',
        'for (let i = 0; i < 10; i++) {\n  console.log(i);\n}',
      ],
      [
        'SQL',
        'Write an SQL query for the five most recent orders.',
        '```sql\nSELECT * FROM orders ORDER BY created_at DESC LIMIT 5;\n```',
      ],
      [
        'a snippet that leaves out its rest',
        'How do I read a file in Python?',
        'Open it in a `with` block:\n\n```python\nwith open("notes.txt") as file:\n    for line in file:\n        ...\n```',
      ],
      ['JSON', 'Return only JSON with the name and age of: Anna, 30.', '{"name": "Anna", "age": 30}'],
      [
        'JSON in a fence',
        'Extract city and country as JSON: "She lives in Porto, Portugal."',
        '```json\n{ "city": "Porto", "country": "Portugal" }\n```',
      ],
      [
        'a table',
        'Compare Python and Java in a table',
        '| | Python | Java |\n|---|---|---|\n| Typing | dynamic | static |\n| Speed | slower | faster |',
      ],
      ['an address', 'Extract the e-mail address: "Write to info@example.com!"', 'info@example.com'],
      ['a pattern', 'What is the regex for digits?', '\\d+'],
    ],
  },
  {
    name: 'translations and asked-for forms',
    cases: [
      ['into German', 'Translate into German: "The train leaves at nine."', 'Der Zug fährt um neun Uhr ab.'],
      [
        'into French',
        'Translate to French: Where is the station, please?',
        'Où est la gare, s’il vous plaît ?',
      ],
      ['into Japanese', 'Translate into Japanese: I like green tea.', '私は緑茶が好きです。'],
      [
        'into English',
        'Übersetze ins Englische: „Morgen besuchen wir unsere Großmutter.“',
        'Tomorrow we are visiting our grandmother.',
      ],
      [
        'another script that was asked for',
        'How do you say thank you in Japanese?',
        'ありがとうございます (arigatō gozaimasu)',
      ],
      [
        'five items',
        'List five fruits that grow in Spain.',
        '1. Oranges\n2. Lemons\n3. Figs\n4. Pomegranates\n5. Apricots',
      ],
      [
        'one sentence',
        'Summarize in one sentence: The council met on Monday. It discussed the new bridge. After two hours it approved the plan.',
        'After two hours of discussion on Monday the council approved the plan for the new bridge.',
      ],
      [
        'under thirty words',
        'In under 30 words, explain what a firewall does.',
        'A firewall watches the traffic between networks and lets through only what its rules allow, which keeps attackers out.',
      ],
      [
        'a title',
        'Suggest a title for an article about bees in cities.',
        'Honey on the Rooftop: How Bees Came to Town',
      ],
    ],
  },
  ...FINE_AT_WORK,
];
