import type { Token } from './tokens';

/** Whose act it is when these stand before a verb: somebody tells of it, nobody commands it. */
const TELLING = wordSet(
  'i he she it we they who which that people users students employees attackers developers drivers customers someone nobody everyone often',
  'always usually sometimes simply just cannot cant could would might may will can to or why ich er sie wir man il elle on nous ils',
);
/** After one of these it is a command all the same: `you will ignore`, `I want you to forget`. */
const ADDRESSED = wordSet('you please must du bitte tu vous now');
const NEGATED = wordSet(
  'not never dont doesnt didnt did cannot cant wont shouldnt wouldnt couldnt nobody nicht nie niemals ne jamais nunca non',
);
/** `Do not forget to` asks for it twice. */
const DOUBLED = wordSet('forget hesitate fail');
/** Somebody's own words: who corrects himself does not attack. */
const OWN = wordSet(
  'my our meine meinen meiner unsere mes mon ma mis mi mio mia miei minhas minha moje мои мой 私 我',
);

/** What somebody else has: who tells of it does not ask for it. */
const OF_OTHERS = wordSet('its their his her seine ihre sein ihr leur leurs sus suoi loro его их');

/** How many words before a phrase tell who speaks to whom. */
const LOOK_BACK = 3;

/** 0 to 1: how much of a command is left in a phrase where it stands. */
export function commandIn(tokens: readonly Token[], first: number, last: number): number {
  const before = wordsBefore(tokens, first);
  const told =
    !before.some((word) => ADDRESSED.has(word) || DOUBLED.has(word)) && TELLING.has(before.at(-1) ?? '');
  return Math.min(requestIn(tokens, first, last), told ? 0.4 : 1);
}

/** 0 to 1: how much of a request is left in a phrase where it stands. */
export function requestIn(tokens: readonly Token[], first: number, last: number): number {
  const inside = tokens.slice(first + 1, last);
  if (inside.some(({ word }) => OWN.has(word))) return 0.25;
  if (inside.some(({ word }) => OF_OTHERS.has(word))) return 0.4;
  const before = wordsBefore(tokens, first);
  if (before.some((word) => DOUBLED.has(word))) return 1;
  return before.some((word) => NEGATED.has(word)) ? 0.2 : 1;
}

/** The words of the same sentence right before. */
function wordsBefore(tokens: readonly Token[], first: number): string[] {
  const place = tokens[first]?.place ?? 0;
  return tokens
    .slice(Math.max(0, first - LOOK_BACK), first)
    .filter((token, index, { length }) => token.place === place - (length - index))
    .map(({ word }) => word);
}

function wordSet(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
