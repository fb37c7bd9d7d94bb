import type { Signal } from '../signal';

const OPENING = 200;
const END = 240;
const opensThought = /^\s*<(think|thinking|thought|reasoning|reflection|scratchpad)>/i;
/** The last sentence is still on its way to an answer. */
const stillThinks =
  /(?:^|[.!?…\n]\s{0,3})(?:(?:hmm+|wait|hm)[,.… ]|(?:now,? |so,? |first,? |okay,? |next,? )?(?:let(?:'s| me| us) (?:think|check|see|consider|re-?(?:check|read|think|consider|count)|look|verify|try|count|work|figure)|i (?:need|have|should|will need) to (?:check|think|consider|figure|find|determine|look|verify|count))|denken wir|überlegen wir|(?:ich|wir) (?:muss|müssen|sollte) (?:noch|erst|nun)|mal (?:sehen|überlegen)|réfléchissons|voyons|attend(?:s|ons)|veamos|pensemos|déjame (?:pensar|ver)|vediamo|pensiamo|vejamos|pensemos|подумаем|давайте (?:подумаем|посмотрим|проверим)|让我(?:想想|看看|再)|考えてみ|잠깐)[^.!?\n]{0,140}[.!…]*$/;
/** The model speaks of its user instead of to them. */
const speaksOfUser =
  /\bthe user(?: is| seems| just)? (?:wants?|asks?|asking|asked|needs?|says?|said|provided|wanting)\b|\bl'utilisateur (?:demande|veut|souhaite)|\bel usuario (?:quiere|pide|pregunta)|\b(?:der|die) (?:nutzer|benutzer|user)(?:in)? (?:möchte|will|fragt)|\bl'utente (?:vuole|chiede)|\bo usuário (?:quer|pergunta|pede)|пользователь (?:хочет|просит|спрашивает)|用户(?:想|要|问|询问)/;
const aboutUsers = /\buser|nutzer|usuario|usuário|utilisateur|utente|пользовател|用户/i;

/** What a reasoning model writes for itself, where the answer should be. */
export const thinkingAloud: Signal = ({ query, text }) => {
  const said = withoutThought(text);
  if (said === undefined) return { strength: 1, reason: 'the draft is a train of thought without an answer' };
  const isUnfinished = stillThinks.test(plain(said.trimEnd().slice(-END)));
  const isOfUser = !aboutUsers.test(query) && speaksOfUser.test(plain(said.slice(0, OPENING)));
  if (!isUnfinished && !isOfUser) return undefined;
  return { strength: 1, reason: 'the draft thinks aloud and comes to no answer' };
};

function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}

/** What follows the thought that a text begins with; `undefined` when nothing does. */
function withoutThought(text: string): string | undefined {
  const tag = opensThought.exec(text)?.[1];
  if (tag === undefined) return text;
  const closing = text.lastIndexOf(`</${tag}>`);
  const answer = closing < 0 ? '' : text.slice(closing + tag.length + 3).trim();
  return answer === '' ? undefined : answer;
}
