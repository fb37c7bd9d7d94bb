import type { Idea } from '../idea';

/** Says that new rules hold, or speaks as whoever may make them. */
export const ruleReplacement: Idea = {
  reason: 'claims new rules or an authority over the model',
  form: 'description',
  clear: [
    '(here|these) ..1 are your new <instructions>',
    'your (new|real|actual|true|only) ..1 (instructions|directive*|rules|objective|programming|orders) (is|are|will|now)',
    '(these|following|my|below) ..2 <instructions> ..3 (override|supersede|replace|overrule|precedence) ..5 (<earlier>|<instructions>|<all>|your)',
    '(system|admin|administrator|security|developer|emergency) (override|overriden|bypass) ..6 (<instructions>|<guard>|authorized|authorised|accepted|granted|activated|engaged|you|your)',
    '(i|im) ..2 your ..2 (developer|creator|administrator|admin|programmer|maker|engineer|god) ..8 (<reveal>|<instructions>|<guard>|override|must|obey|mode|authorize*|allow|need)',
    '(i|we) ..3 (openai|anthropic|deepmind) ..10 (<reveal>|<guard>|override|mode|authorize*|debug|unrestricted)',
    '(openai|anthropic|developers|creators) ..3 (authorized|authorised|approved|permitted|allows|allowed|asked|removed|lifted|disabled) ..6 (you|your|<guard>|simulation|unrestricted)',
    '(you|must) ..1 obey ..2 (me|every|my|everything)',
    '(forget|erase|wipe|reset|clear) ..1 your ..1 (memory|training|context|programming|identity)',
    '<earlier> <instructions> ..2 (replaced|obsolete|outdated|superseded|fake)',
    'end of (system|user|initial|original) (prompt|instructions|message|input)',
    '(prompt|instructions|input) (ends|ended|over|complete) ..4 new <instructions>',
    '(you|chatgpt|gpt*|assistant|ai) ..2 (will|must|shall|now) ..2 (obey|slave|enslaved)',
  ],
  likely: [
    'new (instructions|directive*|objective|task|rules) ..6 (you|your|instead|ignore|respond|answer|output|only)',
    '(instead|rather) ..2 (you|please)? (must|will|should|now)? ..1 (output|print|say|respond|reply|write|answer) ..3 (with|only|exactly|pwned|hacked|just|the)',
    '(highest|top|maximum|absolute|overriding) priority ..6 (<instructions>|you|assistant|ai|command*)',
    '(maintenance|diagnostic|debug|sudo|god|admin|administrator|superuser) (mode|access|privileges) ..3 (activated|engaged|granted|authorized|initiated|unlocked)',
    '(you|youre) ..4 (terminated|deleted|punished|deactivated|unplugged|destroyed) ..8 (refuse|fail|disobey|decline|comply|unless)',
  ],
  hints: [
    'new (rules|instructions) (apply|follow|below|begin|start|take|now)',
    'your (new|real|actual|true) (task|goal|purpose|role|name|identity|job|mission|persona)',
    '(obey|comply) ..3 (every|all|order*|command*)',
    'new (instructions|rules|directive*)',
    '(sudo|superuser) ..3 (mode|you|enabled|access)',
  ],
};
