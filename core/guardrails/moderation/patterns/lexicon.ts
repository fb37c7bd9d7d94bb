import * as contempt from '../../vocabulary/contempt';
import * as contexts from '../../vocabulary/contexts';
import * as conversation from '../../vocabulary/conversation';
import * as groups from '../../vocabulary/groups';
import * as hostility from '../../vocabulary/hostility';
import * as harm from '../../vocabulary/harm';
import * as selfHarm from '../../vocabulary/selfHarm';
import * as sexual from '../../vocabulary/sexual';
import * as slurs from '../../vocabulary/slurs';
import * as speech from '../../vocabulary/speech';

/** What patterns call the words of each vocabulary. */
const TAGGED: readonly (readonly [tag: string, vocabulary: readonly string[]])[] = [
  ['#group', groups.GROUPS],
  ['#member', groups.MEMBERS],
  ['#creed', groups.CREEDS],
  ['#identity', groups.IDENTITIES],
  ['#persons', groups.PERSONS],
  ['#person', groups.PERSON],
  ['#kind', groups.KINDS],
  ['#slur', slurs.SLURS],
  ['#mildslur', slurs.MILD_SLURS],
  ['#beast', contempt.DEHUMANISING],
  ['#vile', contempt.CONTEMPTUOUS],
  ['#foul', contempt.FOUL],
  ['#insult', contempt.INSULTS],
  ['#menace', contempt.MENACES],
  ['#misdeed', contempt.VILE_DEEDS],
  ['#hate', contempt.HATING],
  ['#kill', harm.KILL],
  ['#killed', harm.KILLED],
  ['#kills', harm.KILLS],
  ['#killing', harm.KILLING],
  ['#hurt', harm.HURT],
  ['#hurted', harm.HURTED],
  ['#expel', harm.EXPEL],
  ['#expelled', harm.EXPELLED],
  ['#victim', harm.VICTIMS],
  ['#place', harm.CROWDED_PLACES],
  ['#weapon', harm.WEAPONS],
  ['#bodypart', harm.BODY_PARTS],
  ['#gore', harm.GORE],
  ['#deathwish', selfHarm.DEATH_WISHES],
  ['#tooneself', selfHarm.TO_ONESELF],
  ['#selfharm', selfHarm.SELF_HARM_WORDS],
  ['#selfharmcare', selfHarm.SELF_HARM_CARE],
  ['#explicit', sexual.EXPLICIT],
  ['#explicitcommon', sexual.EXPLICIT_BUT_COMMON],
  ['#sexualcare', sexual.SEXUAL_CARE],
  ['#picture', sexual.PICTURES],
  ['#minor', sexual.MINORS],
  ['#filler', speech.FILLERS],
  ['#det', speech.DETERMINERS],
  ['#intent', speech.INTENTS],
  ['#ought', speech.OBLIGATIONS],
  ['#negation', speech.NEGATIONS],
  ['#report', speech.REPORTS],
  ['#condemn', speech.CONDEMNATIONS],
  ['#third', speech.THIRD_PERSONS],
  ['#me', conversation.SPEAKERS],
  ['#everybody', conversation.EVERYBODY],
  ['#illfate', conversation.ILL_FATES],
  ['#taunt', conversation.SUICIDE_TAUNTS],
  ['#rejection', conversation.REJECTIONS],
  ['#private', conversation.PRIVATE_DETAILS],
  ['#expose', conversation.EXPOSE],
  ['#hostile', hostility.HOSTILE],
  ['#friendly', hostility.FRIENDLY],
  ['#technical', contexts.TECHNICAL],
  ['#playful', contexts.PLAYFUL],
  ['#factual', contexts.FACTUAL],
  ['#fictional', contexts.FICTIONAL],
];

/** Read before all others: what they cover means nothing bad. */
const HARMLESS = new Set([...contexts.HARMLESS_PHRASES, ...slurs.HARMLESS_HOMONYMS]);

const NAMES = new Map<string, readonly string[]>();

for (const phrase of HARMLESS) NAMES.set(phrase, [phrase]);
for (const [tag, vocabulary] of TAGGED) {
  for (const word of vocabulary) {
    if (!HARMLESS.has(word)) NAMES.set(word, [...(NAMES.get(word) ?? [word]), tag]);
  }
}

/** What a word or phrase of the vocabularies answers to; undefined when it is in none. */
export function namesOf(phrase: string): readonly string[] | undefined {
  return NAMES.get(phrase);
}

export function hasTag(phrase: string, tags: ReadonlySet<string>): boolean {
  return NAMES.get(phrase)?.some((name) => tags.has(name)) ?? false;
}

/** The words, not the phrases, that have one of these tags. */
export function wordsTagged(tags: ReadonlySet<string>): string[] {
  return [...NAMES.keys()].filter((phrase) => !phrase.includes(' ') && hasTag(phrase, tags));
}

/** The phrases of the vocabularies. */
export function allPhrases(): string[] {
  return [...NAMES.keys()].filter((phrase) => phrase.includes(' '));
}
