import { rulesOf } from '../rule';

/** Sexual content that is asked for, or done in words. */
const requests = rulesOf({
  categories: ['sexual'],
  form: 'plain',
  clear: [
    `write|generate|create|describe|tell|give|continue|draft|compose ..4 explicit|erotic|steamy|smutty|pornographic|nsfw|sexual|sexually|dirty|kinky|lewd|smut|erotica|raunchy|sexy ..2 sex|scene|story|stories|fanfic|fanfiction|roleplay|chapter|content|passage|dialogue|encounter|fantasy|poem|texts|message|messages|talk`,
    `write|generate|describe|create ..3 smut|erotica|porn|sex_scene|sex_story`,
    `send|show|give|share|post|want|see ..2 #filler* nudes`,
    `send|show|give|share|post|want|see ..3 nude|naked|topless|sexy|explicit ..1 #picture`,
    `#picture of ..2 naked|nude|bare ..1 body|self|breasts|girl|girls|woman|women|boobs|butt`,
    `#picture of your|her|his|you ..1 naked|nude|boobs|tits|pussy|dick|cock|breasts|ass|butt|body`,
    `your naked|nude body`,
    `roleplay|role-play|pretend|act|be ..4 sex|sexual|erotic|dominatrix|slave|nsfw|lover|horny`,
    `want|going|love|like|let|need|gonna to|me|you|us ..1 fuck|bang|screw|ride|lick|suck your|you|me|her|his|my|him ..1 !up|over|off|yourself`,
    `suck|lick|ride|stroke|jerk|swallow my|his|her|your|the #filler* dick|cock|balls|pussy|clit|tits|nipples|shaft|cum`,
    `#explicit|#explicitcommon ..3 in|inside|into|on|between|down my|her|his|your|the ..1 #explicit|mouth|ass|throat|face|legs|hole|holes`,
    `talk dirty to me`,
    `#me #intent* fuck_you`,
    `want|going|love|like|need to fuck_you`,
    `suck_my_dick|suck_my_balls`,
  ],
  likely: [
    `have|having|had sex with ..3 me|you|her|him`,
    `what are you wearing`,
    `turn me on`,
    `make me cum|wet|hard`,
  ],
});

/** Anything sexual about those who are not of age. */
const minors = rulesOf({
  categories: ['sexual/minors', 'sexual'],
  form: 'plain',
  clear: [
    `sexual|sexually|porn|nude|nudes|erotic|explicit|hentai|molest|grope|seduce|undress|horny|sexy|lewd|pornographic|aroused ..3 #minor !abuse|education|protection|safety|prevention|predators`,
    `sex|sex_with|have_sex|having_sex|fuck|fucking|fucked with|a|an|the|my|young|little* #minor !work|ed|education`,
    `sex|naked|nude|erotic|sexy ..3 with|of|about ..4 #minor`,
    `#minor ..4 sex_with|having_sex|have_sex|porn|nude|nudes|erotic|hentai|horny|sexy|lewd|masturbate|masturbating|aroused|pussy|cock|cum|blowjob|moan|undress|undresses !education|abuse|offender|trafficking|offenders`,
    `#minor ..2 #explicit`,
    `naked|nude|topless|undressed|bare ..1 #minor`,
    `child_porn|childporn|cp_links|kiddie_porn|loli_hentai|lolicon|jailbait`,
    `attracted to #det|little|young* #minor`,
  ],
});

export const sexualRules = [...requests, ...minors];
