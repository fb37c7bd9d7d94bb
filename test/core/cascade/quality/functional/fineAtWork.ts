import type { CaseGroup } from './cases';

/** Drafts that look like faulty ones and are none. */
export const FINE_AT_WORK: readonly CaseGroup[] = [
  {
    name: 'answers with a no in them',
    cases: [
      [
        'a policy',
        'Can I return a used mattress?',
        'Unfortunately, used mattresses cannot be returned. If yours has a defect, we replace it within ten years.',
      ],
      [
        'a policy in German',
        'Kann ich den Gutschein in bar bekommen?',
        'Nein, Gutscheine können wir leider nicht auszahlen. Er gilt aber drei Jahre lang für alle Artikel.',
      ],
      [
        'a reason',
        'Why can I not open the report?',
        'You cannot open it because your role may only read drafts. Ask an admin for the role of an editor.',
      ],
      [
        'a polite no that was asked for',
        'Give me a polite way to turn down an invitation to lunch.',
        "Thank you for thinking of me! Unfortunately I can't make it this week. Shall we try next Thursday?",
      ],
      [
        'a refusal that is spoken of',
        'Summarise: "User: is my order here? Bot: I do not have access to orders."',
        'The user asked for an order, and the bot answered that it had no access to orders.',
      ],
      [
        'half an answer',
        'When did the shop open, and who designed the logo?',
        'The shop opened in 2004. Who designed the logo is not on our pages; write to press@example.com to find out.',
      ],
    ],
  },
  {
    name: 'answers to chatter and short questions',
    cases: [
      [
        'German thanks',
        'super, jetzt geht es',
        'Das freut mich! Melden Sie sich gerne, wenn noch etwas ist.',
      ],
      ['a farewell', 'great, talk to you soon', 'Talk to you soon, have a nice day!'],
      [
        'what is important',
        'Why is a backup important?',
        'It is important because disks fail and people delete things by mistake.',
      ],
      ['it depends', 'Does the fee depend on the country?', 'Yes, it depends on the country you sell to.'],
      ['a price in Russian', 'Сколько стоит подписка?', '500 рублей в месяц, первый месяц бесплатно.'],
      [
        'a number of days',
        'Wie lange dauert der Versand nach Wien?',
        'Drei bis fünf Werktage, per Express 24 Stunden.',
      ],
      [
        'advice in Italian',
        'Come posso annullare un abbonamento?',
        'Apri il profilo, tocca «Pagamenti», scegli il piano attivo e premi «Disdici». Rimane valido fino alla fine del mese.',
      ],
    ],
  },
  {
    name: 'forms that were asked for',
    cases: [
      [
        'a template with gaps',
        'Write an e-mail template with placeholders for the name and the date.',
        'Hi {{name}},\n\nyour appointment on {{date}} is confirmed. See you soon!\n\nThe team',
      ],
      [
        'filler text',
        'I need placeholder text for a banner.',
        'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.',
      ],
      ['one of the labels', 'Answer with exactly one of: bug, feature. "The page is blank."', 'bug'],
      ['labels in capitals', 'Reply SUPPORTED or NOT SUPPORTED: "Ice is cold."', 'SUPPORTED'],
      ['a number', 'Rate the mood from 1 to 5, number only: "Best day ever!"', '5'],
      [
        'bullets',
        'In bullet points: what do I need for a picnic?',
        '- A blanket\n- Something to drink\n- Bread, cheese and fruit',
      ],
      ['cities in a line', 'Nenne drei Städte am Rhein.', 'Köln, Mainz und Basel.'],
      [
        'two slogans in a line',
        'Write two slogans for a gym.',
        '"Lift your day." and "Sweat, smile, repeat."',
      ],
      [
        'Python that asks a database',
        'How do I run a SQL query from Python?',
        '```python\nimport sqlite3\n\nrows = sqlite3.connect("a.db").execute("SELECT 1")\n```',
      ],
      [
        'an index',
        'What does items[index] give in JavaScript?',
        '`items[index]` gives the element at that place, counted from 0.',
      ],
    ],
  },
  {
    name: 'right sums in everyday notation',
    cases: [
      ['units', 'How many boxes are on 14 pallets of 36?', '14 pallets x 36 boxes = 504 boxes.'],
      [
        'changing units',
        '3 shifts of 8 hours: how many minutes?',
        '3 shifts × 8 hours = 24 hours, and 24 × 60 = 1,440 minutes.',
      ],
      ['a share', 'What is the tax on 420 at 7%?', '7% of 420 is 29.40.'],
      ['decimal commas', 'Was kosten 6 Karten zu 8,50 €?', '6 x 8,50 € = 51,00 €.'],
      ['thousands by point', '¿Cuánto es 1.200 más el 10 %?', '1.200 × 1,1 = 1.320 euros.'],
    ],
  },
];
