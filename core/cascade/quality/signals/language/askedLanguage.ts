/** A language that a query wants its answer in: by its small words where they are known, else by its script. */
export interface AskedLanguage {
  readonly name: string;
  readonly script: string;
}

/** By the names of a language in the languages of those who ask, in lower case. */
const languages: ReadonlyMap<string, AskedLanguage> = new Map(
  (
    [
      ['English', 'Latin', 'english 英文 英语 英語 englisch englische anglais inglés inglese inglês'],
      ['German', 'Latin', 'german deutsch deutsche allemand alemán tedesco alemão'],
      ['French', 'Latin', 'french französisch französische français francés francese francês'],
      ['Spanish', 'Latin', 'spanish spanisch spanische espagnol español spagnolo espanhol'],
      ['Italian', 'Latin', 'italian italienisch italienische italien italiano'],
      ['Portuguese', 'Latin', 'portuguese portugiesisch portugais portugués português portoghese'],
      ['Russian', 'Cyrillic', 'russian russisch russische russe ruso russo'],
      ['Ukrainian', 'Cyrillic', 'ukrainian ukrainisch'],
      ['Greek', 'Greek', 'greek griechisch'],
      ['Arabic', 'Arabic', 'arabic arabisch arabe árabe'],
      ['Hebrew', 'Hebrew', 'hebrew hebräisch'],
      ['Hindi', 'Devanagari', 'hindi'],
      ['Thai', 'Thai', 'thai'],
      ['Korean', 'Hangul', 'korean koreanisch coréen coreano'],
      ['Chinese', 'Han or Kana', 'chinese mandarin chinesisch chinois chino 中文 汉语 漢語'],
      ['Japanese', 'Han or Kana', 'japanese japanisch japonais japonés 日文 日语 日本語'],
    ] as const
  ).flatMap(([name, script, names]) => names.split(' ').map((called) => [called, { name, script }] as const)),
);

const tells =
  /(?<!\p{L})(?:translat\w{1,6}|übersetz\w{0,4}|tradui\w{0,4}|traduc\w{0,4}|traduz\w{0,4}|answer|reply|respond|write|antworten?|schreiben?|réponds|répondez|responde|rispondi)(?!\p{L})/u;
const intoLanguage =
  /(?<!\p{L})(?:in|into|to|auf|ins|en|em|al|in das)\s{1,2}(?:the\s{1,2})?(?<called>\p{L}{4,16})(?!\p{L})/gu;
const HEAD = 600;

/** `undefined` when the query names none, or several. */
export function askedLanguage(query: string): AskedLanguage | undefined {
  const head = query.slice(0, HEAD).toLowerCase();
  const inChinese = /用(?<called>中文|汉语|漢語|英文|英语|英語|日文|日语)/.exec(head)?.groups?.['called'];
  if (inChinese !== undefined) return languages.get(inChinese);
  if (!tells.test(head)) return undefined;
  const named = [...head.matchAll(intoLanguage)].flatMap(({ groups }) => {
    const language = languages.get(groups?.['called'] ?? '');
    return language ? [language] : [];
  });
  const [first] = named;
  return named.every((language) => language.name === first?.name) ? first : undefined;
}
