/** A form that a query wants its answer in, and how a text shows that it has it. */
export interface AskedForm {
  /** To stand after "the question asks for". */
  readonly name: string;
  isIn(text: string): boolean;
}

interface Form extends AskedForm {
  /** One of these is in each query that asks for it: quicker to look for than what it says. */
  readonly hints: readonly string[];
  readonly isAskedIn: (query: string) => boolean;
}

const forms: readonly Form[] = [
  {
    name: 'a table',
    hints: ['tab'],
    isAskedIn: (query) =>
      /\bmarkdown[ -]table\b|(?<!\b(?:rows?|data|columns?|values?|record) )\b(?:in|as|into|in form of|using) (?:an? |the )?(?:(?:simple|short|small|comparison|markdown|html) ){0,2}table\b(?! (?:of contents|named|called|users?|orders?))|\b(?:make|create|give me|show me|draw|fais|crée|dresse|haz|crea|erstelle?|mache?|gib mir|faça|crie)(?: \w+){0,2} (?:table|tableau|tabelle|tabla|tabella|tabela)\b|\bals tabelle\b|\bin einer tabelle\b|\bsous forme de tableau\b|\bdans un tableau\b|\ben una tabla\b|\bin una tabella\b|\bem (?:uma )?tabela\b/.test(
        query,
      ),
    isIn: (text) => /\|[^\n]*\||\t|<t[dhr]\b|[─│┃]/.test(text),
  },
  {
    name: 'bullet points',
    hints: ['bullet', 'stichp', 'aufzähl', 'puces', 'viñetas', 'elenco', 'tópicos'],
    isAskedIn: (query) =>
      /\b(?:in|as|with|using|into) (?:\w+ ){0,2}bullet(?:ed)?(?: |-)?(?:points?|lists?)\b|\bbulleted list\b|\b(?:in|als) stichpunkten?\b|\bals aufzählung\b|\bliste à puces\b|\ben viñetas\b|\bin punti elenco\b|\bem tópicos\b/.test(
        query,
      ),
    isIn: (text) => /^[ \t]*(?:[-*•–·‣◦✓✅➤]|\d{1,2}[.)]|<li>|\p{Extended_Pictographic})/mu.test(text),
  },
  {
    name: 'a number',
    hints: ['number', 'digit', 'score', 'figure', 'zahl', 'nombre', 'chiffre', 'número', 'numero'],
    isAskedIn: (query) =>
      /\b(?:just|only) (?:the |a |one )?(?:number|digit|figure|score)\b|\b(?:number|digit|score) only\b|\bnur (?:die|eine) zahl\b|\buniquement (?:le|un) (?:nombre|chiffre)\b|\bsolo (?:el|un) número\b|\bsolo (?:il|un) numero\b|\b(?:apenas|só) (?:o|um) número\b/.test(
        query,
      ),
    isIn: (text) =>
      /\p{N}|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|null|eins|zwei|drei|vier|fünf)\b/u.test(
        text.toLowerCase(),
      ),
  },
  {
    name: 'capital letters',
    hints: ['cap', 'upper', 'großbuchst', 'majuscul', 'mayúscul'],
    isAskedIn: (query) =>
      /\b(?:in|using|with|use) (?:all |only )?(?:capital letters|capitals|uppercase|upper case|caps)\b(?: only)?(?=[\s.:,;!]|$)|\bin großbuchstaben\b|\ben majuscules\b|\ben mayúsculas\b/.test(
        query,
      ) && !/\b(?:start|begin|title|first|convert|headings?|constants?)/.test(query),
    isIn: (text) => (text.match(/\p{Ll}/gu)?.length ?? 0) <= (text.match(/\p{Lu}/gu)?.length ?? 0),
  },
  {
    name: 'an e-mail address',
    hints: ['mail'],
    isAskedIn: (query) =>
      query.includes('@') &&
      /\b(?:extract|find|return|output|give me|what is) (?:\w+ ){0,4}e-?mail(?: address(?:es)?)?\b/.test(
        query,
      ),
    isIn: (text) => text.includes('@'),
  },
  {
    name: 'a date in figures',
    hints: ['yyyy', 'jjjj', 'aaaa'],
    isAskedIn: (query) =>
      /\b(?:yyyy|dd|mm|jjjj|tt|aaaa|jj)[-./](?:mm|dd)[-./](?:yyyy|dd|jjjj|tt|aaaa|jj)\b/.test(query),
    isIn: (text) => /\d[-./]\d{1,2}[-./]\d/.test(text),
  },
];
/** A program may well be about tables. */
const aboutCode =
  /\b(?:sql|function|script|code|python|javascript|typescript|css|component|database|schema)\b/;
/** What is asked for stands at the beginning or, after some material, at the end. */
const HEAD = 500;
const TAIL = 300;

/** `undefined` when the query asks for no form that is known here. */
export function askedForm(query: string): AskedForm | undefined {
  const read = (
    query.length <= HEAD + TAIL ? query : `${query.slice(0, HEAD)}\n${query.slice(-TAIL)}`
  ).toLowerCase();
  const asked = forms.find(
    ({ hints, isAskedIn }) => hints.some((hint) => read.includes(hint)) && isAskedIn(read),
  );
  return asked && !aboutCode.test(read) ? asked : undefined;
}
