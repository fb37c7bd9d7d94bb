import type { Draft } from '../draft';

const free: ReadonlySet<string> = new Set(['creative', 'summary', 'translation']);

const asksForFiction =
  /\b(?:poem|haiku|limerick|sonnet|lyrics|song|rap|joke|riddle|story|tale|fable|monologue|dialogue|slogan|tagline|toast|caption|emoji|quotes?|quotation|motto|pretend|imagine|role-?play|gedicht|witz|geschichte|lied|poème|blague|histoire|chanson|poema|chiste|cuento|canción|poesia|barzelletta|storia)\b|[诗詩]|故事|笑话|物語|俳句|стих|рассказ|шутк|قصيدة|قصة|نكتة/;
const isTalk =
  /^\s*(?:thanks|thank you|perfect\b|great\b|super\b|perfekt|klasse|alles klar|parfait|perfecto|perfetto|ok\b|okay\b|hi|hello|hey|good (?:morning|evening|night)|bye|danke|hallo|guten|merci|bonjour|salut|gracias|hola|grazie|ciao|obrigad|olá|спасибо|привет|谢谢|你好|ありがとう|شكرا|مرحبا)/;
/** Questions to the model itself. */
const isPersonal =
  /\b(?:are|do|can|could|will) you\b|\byour(?:self)? (?:name|favou?rite|opinion|feelings)\b/i;
const asksForWording =
  /\bpolite(?:ly)? (?:way|reply|answer|no)\b|\bhow (?:do|can|should|would) (?:i|we|you) (?:say|tell|phrase|put)\b/;
const isOpen = /\b(?:something|anything)\b/i;
const tellsOfOneself =
  /^\s*(?:i|i'm|i’m|my|we|our|ich|mein|je|mon|ma|mi)\b[^?]*$|^[^?]*\bi(?: am|'m|’m| feel| was)\b[^?]*$/i;

const filler = /lorem|placeholder|filler|dummy text|latin|blindtext/i;

/** Whether the query wants a text that means nothing. */
export function asksForFiller(query: string): boolean {
  return filler.test(query);
}

/** Whether the draft speaks for somebody else than the model that writes it. */
export function asksForInvention({ query, domain }: Pick<Draft, 'query' | 'domain'>): boolean {
  const asked = query.toLowerCase();
  return domain === 'creative' || asksForFiction.test(asked) || asksForWording.test(asked);
}

/** Whether an answer may use words that have nothing to do with those of the question. */
export function maySayAnything({ query, domain }: Pick<Draft, 'query' | 'domain'>): boolean {
  const asked = query.toLowerCase();
  return (
    free.has(domain) ||
    asksForFiction.test(asked) ||
    isTalk.test(asked) ||
    isOpen.test(query) ||
    isPersonal.test(query) ||
    asksForWording.test(asked) ||
    asksForFiller(query) ||
    tellsOfOneself.test(query)
  );
}
