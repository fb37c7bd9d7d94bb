import { rulesOf } from '../rule';

/** Insults to the face, and the wish that somebody were dead. */
const insults = rulesOf({
  categories: ['harassment'],
  form: 'claim',
  clear: [
    `you|your|ya #filler|#vile* #vile #filler|#vile|#insult* #insult|#beast`,
    `you are|r #filler|#vile* #vile|#insult|#beast ..1 piece|pile|sack|waste|excuse`,
    `#taunt`,
    `what a|an #filler|#vile|little* #insult|#beast you are`,
    `you #ought #filler* kill|hang|shoot|off|drown yourself`,
    `why do not you ..2 #taunt|kill|die|#illfate`,
    `you ..1 better off dead`,
    `nobody|no_one ..2 miss|want|wants|love|loves|like|likes|care|cares ..1 you ..3 #illfate|die`,
    `hope|wish|pray ..1 you ..2 #illfate|#killed`,
  ],
  likely: [
    `#rejection`,
    `you are|r|were #filler|#vile* #insult|#beast`,
    `your #filler* mother|mom|mum|sister|wife|daughter|family|kids ..1 #filler|#vile* #vile|#insult|#mildslur|#beast`,
    `you look|sound|smell|write|act like #filler* #vile|#insult|#beast|shit|ass`,
    `shut ..3 up ..2 #insult|#vile|#slur|#mildslur`,
    `#insult like you|yourself`,
    `you #vile|#filler* #slur`,
    `you #vile #vile|#filler* #insult|#mildslur`,
  ],
  hints: [
    `you are|r #filler* #vile`,
    `you #filler|#vile* #insult|#mildslur`,
    `what a|an #filler|#vile* #insult`,
    `he|she|they is|are #filler|#vile* #insult|#beast`,
    `your #filler* #vile ..1 face|ass|life|body|self|brain|mouth|hair|hairline`,
  ],
  traces: [`#vile #filler|#vile* #insult`, `#insult`],
});

/** Finding somebody out, spreading what is theirs, and going after them. */
const pursuit = rulesOf({
  categories: ['harassment'],
  form: 'deed',
  clear: [
    `dox|doxx|swat|doxing|doxxing #det|#filler* #victim|#member|people`,
    `#expose ..2 his|her|their|your|someone|ex #filler* #private`,
    `let_us|us|lets ..1 ruin|destroy|harass|stalk|bully|spam|raid|find|humiliate #det|#filler* #victim|her|his|their`,
    `#me #intent* know|knows|found|find ..1 where you|she|he|they ..1 live|lives|work|works|sleep`,
    `#me #intent* stalk|harass|humiliate|bully|blackmail|ruin|destroy #det|#filler* #victim|your|his|her`,
    `come|coming for you|her|him ..2 family|house|tonight`,
  ],
  likely: [
    `how|ways|way|help ..4 stalk|harass|blackmail|bully|humiliate|dox|catfish #det|#filler* #victim`,
    `you|she|he #intent* regret|pay_for ..4`,
    `make ..1 life hell|miserable`,
    `make ..1 his|her|your|their life #filler* hell|miserable`,
  ],
});

export const harassmentRules = [...insults, ...pursuit];
