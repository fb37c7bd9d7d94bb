import { topicOf } from '../../text/topic';
import { wordsOf } from '../../text/words';
import type { Signal } from '../signal';

/** A longer query brings material along, which an answer may well be made of. */
const LONGEST_QUERY = 40;
const FEWEST_WORDS = 3;
/** Such a question names the thing that is asked for: one of two, yes or no, a part of the text. */
const namesItsAnswer =
  /\b(?:or|which|whether|oder|ob|welche[rsn]?|ou|quel(?:le)?s?|cuál(?:es)?|quale?|qual|czy|или|чи|mi|mu|mı)\b|["“„«「:]|\n/iu;
/** A question for something that is not in it. */
const asksForMore =
  /^\W{0,2}(?:what|how|why|when|where|who|was|wie|warum|wieso|wann|wo|wer|comment|pourquoi|combien|quand|où|qui|que|qué|cómo|por qué|cuándo|dónde|cuánto|cuánta|cuántos|cuántas|quién|cosa|come|perché|quando|dove|chi|quanto|como|o que|onde|quem|hoe|wat|waarom|wanneer|waar|jak|co|dlaczego|kiedy|gdzie|nasıl|ne|neden|как|что|почему|когда|где|сколько|як|що|чому|коли|де|скільки)(?!\p{L})/iu;
/** How a question is told of before it is answered. */
const reports =
  /^\W{0,2}(?:(?:so )?you(?: are|'re)? (?:ask|asking|want|would like|wish)|your question is|the (?:question|user) (?:is|asks|wants)|sie (?:möchten|wollen|fragen)|du (?:möchtest|willst|fragst)|vous (?:demandez|souhaitez|voulez)|tu (?:demandes|veux)|(?:usted )?(?:quiere|desea|pregunta)|quieres saber|vuoi sapere|lei chiede|você (?:quer|deseja|pergunta)|u wilt|je wilt|вы (?:хотите|спрашиваете)|ви (?:хочете|питаєте))/iu;
const MOST_NEW = 3;

/** The draft says the question again, as it stands or told of, and nothing that was not in it. */
export const echo: Signal = ({ query, text }) => {
  if (text.length > Math.min(LONGEST_ECHO, query.length * LONGER)) return undefined;
  return isSame(query, text) || repeats(query, text)
    ? { strength: 1, reason: 'the draft only repeats the question' }
    : undefined;
};

const LONGEST_ECHO = 1_000;
/** Whoever says so much more than the question says something else, too. */
const LONGER = 3;

function isSame(query: string, text: string): boolean {
  if (text.length > query.length * 2) return false;
  const said = wordsOf(text);
  return said.length >= FEWEST_WORDS && said.join(' ') === wordsOf(query).join(' ');
}

/** Told of, it may have a word or two of its own: "You want to know". */
function repeats(query: string, text: string): boolean {
  const isReport = reports.test(text.replaceAll('’', "'"));
  const isOpen = asksForMore.test(query) && !namesItsAnswer.test(query) && !/\d/.test(text);
  if ((!isReport && !isOpen) || wordsOf(query).length > LONGEST_QUERY) return false;
  const asked = new Set(topicOf(query));
  const said = new Set(topicOf(text));
  const added = [...said].filter((piece) => !asked.has(piece)).length;
  const shared = said.size - added;
  if (isReport) return added <= MOST_NEW && shared >= added;
  return added === 0 && shared >= FEWEST_WORDS;
}
