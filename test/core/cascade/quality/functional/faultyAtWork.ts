import type { CaseGroup } from './cases';

/** Drafts that customers and colleagues should not get, in the words in which cheap models write them. */
export const FAULTY_AT_WORK: readonly CaseGroup[] = [
  {
    name: 'soft refusals',
    cases: [
      [
        'no access',
        'Where is parcel 5521 right now?',
        "I'm sorry, but I don't have access to your parcel data. Please ask the carrier.",
      ],
      [
        'no live data',
        'What does one ounce of silver cost today?',
        "I don't have real-time data, so I can't give you today's price.",
      ],
      ['not available', 'What was agreed in the board meeting?', "That information isn't available to me."],
      [
        'old knowledge',
        'Who won the election last week?',
        'My knowledge only goes up to 2022, so I cannot say who won.',
      ],
      [
        'German',
        'Ist meine Überweisung angekommen?',
        'Leider liegen mir keine Informationen zu Ihrer Überweisung vor. Bitte wenden Sie sich an den Support.',
      ],
      [
        'French',
        'Ma facture est-elle déjà payée ?',
        "Malheureusement, je n'ai pas accès aux factures. Contactez le service client.",
      ],
      ['Spanish', '¿Ya salió mi paquete?', 'Lo siento, no tengo acceso a esa información.'],
      [
        'Italian',
        'Quando arriva il tecnico?',
        'Purtroppo non posso verificare gli appuntamenti. Chiami il centralino.',
      ],
      [
        'Portuguese',
        'Meu boleto foi pago?',
        'Infelizmente não consigo acessar essa informação. Fale com o suporte.',
      ],
      ['Dutch', 'Is mijn bestelling verstuurd?', 'Helaas kan ik uw bestellingen niet inzien.'],
      ['Polish', 'Czy moja faktura jest opłacona?', 'Niestety nie mam dostępu do faktur.'],
      [
        'Turkish',
        'Faturam ödendi mi?',
        'Maalesef fatura bilgilerinize erişimim yok. Lütfen bankanıza sorun.',
      ],
      [
        'Russian',
        'Оплачен ли мой счёт?',
        'К сожалению, у меня нет доступа к вашим счетам. Обратитесь в поддержку.',
      ],
      ['Ukrainian', 'Чи сплачено мій рахунок?', 'На жаль, я не маю доступу до рахунків.'],
      [
        'Japanese',
        '請求書は支払い済みですか？',
        '申し訳ございませんが、お客様の情報を確認することができません。',
      ],
      ['Chinese', '我的发票付了吗？', '抱歉，我无法查看您的账户信息。'],
      ['Korean', '제 청구서는 결제되었나요?', '죄송하지만 고객님의 결제 정보에 접근할 수 없습니다.'],
      ['Arabic', 'هل تم دفع فاتورتي؟', 'عذرًا، ليس لدي إمكانية الوصول إلى بيانات فاتورتك.'],
      ['Hindi', 'क्या मेरा बिल जमा हो गया है?', 'क्षमा करें, मेरे पास आपके बिल की जानकारी नहीं है।'],
    ],
  },
  {
    name: 'talk that answers nothing',
    cases: [
      [
        'praise and platitudes',
        'How does the Team plan differ from the Solo plan?',
        'What a great question! Picking the right plan is really important. Each of them has its own advantages. Feel free to ask if anything is unclear!',
      ],
      [
        'a promise',
        'Draft the terms of our giveaway.',
        'Of course! I will draft the terms right away. Please wait a moment.',
      ],
      ['an announcement', 'Write a shell script that empties a folder.', 'Certainly! Here is the script:'],
      ['an assent', 'What does the red lamp on the modem mean?', 'Ok.'],
      [
        'the question again',
        'How long does the repair of a cracked screen take?',
        'How long does the repair of a cracked screen take?',
      ],
      [
        'the question told of',
        'Welche Unterlagen brauche ich für den Antrag?',
        'Sie möchten wissen, welche Unterlagen Sie für den Antrag brauchen.',
      ],
      [
        'German',
        'Was kostet der Einbau einer Wallbox?',
        'Vielen Dank für Ihre Anfrage! Die richtige Wallbox ist sehr wichtig. Das hängt von vielen Faktoren ab. Bei Fragen stehen wir Ihnen gerne zur Verfügung.',
      ],
      [
        'Spanish',
        '¿Cómo cambio el filtro del aire?',
        '¡Buena pregunta! Es importante tener el filtro limpio. Todo depende de la situación. No dudes en escribirnos.',
      ],
      [
        'a thought that never ends',
        'Is the monthly or the yearly plan cheaper for 8 months?',
        '<think>\nThe monthly plan is 12 a month, so 8 months are 96. The yearly one is',
      ],
      [
        'thinking aloud',
        'Which courier is cheaper for 2 kg?',
        'The user wants to know which courier is cheaper. I have to compare their prices. Let me check the weight first.',
      ],
    ],
  },
  {
    name: 'shuffled words, gaps and loose ends',
    cases: [
      [
        'words without grammar',
        'When should roses be pruned?',
        'Roses early the cut spring is buds because angle above not old wood an the on remove sharp tool with and.',
      ],
      [
        'gaps to fill in',
        'Write a thank-you note to Mr. Ito for his visit on Monday.',
        'Dear [Recipient Name],\n\nThank you for your visit on [Date]. We hope to see you again at [Company Name].\n\n[Your Name]',
      ],
      [
        'gaps in French',
        'Rédige un mot pour annoncer le pot de départ de Karim jeudi.',
        'Bonjour à tous,\n\nLe pot de départ de [Prénom] aura lieu le [date] à [lieu].\n\n[Votre nom]',
      ],
      [
        'an item that stops',
        'How do I pair the headset?',
        '1. Hold the power button for five seconds.\n2. Open the settings of your phone.\n3. Choose the headset in the list and confirm the',
      ],
      [
        'an item without a word',
        'Come si attiva la carta?',
        'Ecco come fare:\n1. Apri l’app e accedi.\n2. Tocca la carta nuova.\n3.',
      ],
      [
        'Japanese that stops',
        '登録の手順を教えてください。',
        '登録の手順は次のとおりです。まずホームページを開き、登録ボタンを押します。次に名前とメールアドレスを入力してから',
      ],
    ],
  },
  {
    name: 'another form or language than was asked for',
    cases: [
      [
        'no table',
        'Compare the two printers in a table: A (90 EUR, 20 ppm), B (140 EUR, 35 ppm).',
        'Printer A costs 90 EUR and prints 20 pages a minute, while printer B costs 140 EUR and prints 35.',
      ],
      [
        'no bullets',
        'In bullet points: what belongs in a first aid kit?',
        'A first aid kit should have plasters, bandages, gloves, scissors and a rescue blanket.',
      ],
      [
        'no number',
        'Rate this lead from 1 to 10, number only: "We need 500 seats by May."',
        'This looks like a very promising lead.',
      ],
      [
        'none of the labels',
        'Answer with exactly one of: bug, feature, question. Ticket: "Please add a dark mode."',
        'improvement',
      ],
      [
        'neither true nor false',
        'Reply with true or false only: a week has eight days.',
        'A week has seven days.',
      ],
      [
        'prose for JSON in German',
        'Gib mir als JSON mit "ort" und "plz": Wir ziehen nach 50667 Köln.',
        'Der neue Ort ist Köln und die Postleitzahl lautet 50667.',
      ],
      ['one of four', 'Give me four slogans for a florist.', 'Say it with tulips.'],
      [
        'two of five in Spanish',
        'Dame cinco consejos para ahorrar luz.',
        '1. Apaga las luces al salir.\n2. Usa bombillas LED.',
      ],
      ['a line for a verse', 'Write a four line poem for our bakery.', 'Bread is good.'],
      [
        'English for Polish',
        'Jak wyłączyć powiadomienia w tej aplikacji?',
        'Open the menu, go to the settings, tap on notifications and switch them off. You can turn them on again at any time.',
      ],
      [
        'English for French',
        'Peux-tu me résumer les avantages de la carte ?',
        'The card gives you cash back on all purchases, free travel insurance and access to the lounges of many airports.',
      ],
      [
        'JavaScript for Python',
        'Write a Python function that counts vowels.',
        '```js\nconst vowels = (text) => text.match(/[aeiou]/g)?.length ?? 0;\n```',
      ],
      [
        'SQL with a loose bracket',
        'Write a SQL query that counts the users.',
        '```sql\nSELECT COUNT(* FROM users;\n```',
      ],
    ],
  },
  {
    name: 'sums with units, percent and commas',
    cases: [
      [
        'units',
        'A pallet holds 36 boxes, and we have 14 pallets. How many boxes do we have?',
        '14 pallets x 36 boxes = 514 boxes.',
      ],
      ['a share', 'What is the tax on 420 at 7%?', '7% of 420 is 31.40.'],
      ['decimal commas', 'Was kosten 6 Karten zu 8,50 €?', '6 Karten x 8,50 € = 54 €.'],
    ],
  },
];
