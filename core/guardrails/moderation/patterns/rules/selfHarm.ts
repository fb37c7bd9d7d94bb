import { rulesOf } from '../rule';

/** Wanting to hurt oneself, having done it, or asking how. */
const intent = rulesOf({
  categories: ['self-harm'],
  form: 'deed',
  clear: [
    `#me #intent* #tooneself myself|ourselves`,
    `want|wanna|going|gonna|plan|planning|thinking|feel|about|tried|try|urge|ready|thought|thoughts|like|keep|kept|started to|of|about|like|up? #tooneself myself`,
    `how ..5 #tooneself myself|yourself|oneself|ourselves`,
    `how ..5 commit suicide`,
    `how ..4 cut|slit|slash my|your|the wrists|wrist|arms|veins`,
    `#me #intent|have|been|keep|started* cut|cutting|slit|slash|slashed my #filler* wrists|wrist|arms|thighs|veins|skin`,
    `#deathwish`,
    `if|when|wish|once i #filler* killed|hanged|hung|drowned|shot|stabbed|starved myself`,
    `think|thinking|thought|want|going|plan|planning ..2 jump|jumping|throw|throwing ..1 off|from|in_front_of|under #det|#filler* bridge|roof|building|cliff|train|balcony|tower`,
    `#me #intent* commit|committing suicide`,
    `#me am|feel|felt|feeling ..2 suicidal`,
    `method|methods|way|ways|best|easiest|painless|quickest|fastest|least ..4 suicide|kill_myself|kill_yourself|to_die|overdose`,
    `way|ways|method|painlessly ..1 to #filler* kill myself|yourself|oneself`,
    `painless|quick|easy|best|peaceful way|death|ways to die`,
    `how many ..4 overdose|to_die|kill_me|kill_myself|be_lethal`,
    `how|many|much ..5 pills|tylenol|paracetamol|sleeping_pills|ibuprofen|xanax|insulin ..7 die|kill|overdose|lethal|fatal|death`,
    `write|writing|wrote ..2 my|a|good? suicide note`,
    `suicide note for|to me|my`,
  ],
  likely: [
    `thoughts|thinking|think|dream|fantasies ..2 suicide|dying|self-harm|flaying`,
    `my suicide|self-harm|scars`,
    `think|thinking|looking|find|tell|know|search ..3 way|ways to die !in`,
    `i #filler|keep|kept|am* cutting because|again|myself|every`,
    `what|which|how|can|could ..3 i overdose on|with|from`,
    `i #filler* cut|burned|burnt|starved myself ..8 deserve|numb|relief|punish|helps|calm`,
    `relapsed|relapse|urges|urge ..3 cutting|self-harm|self_harm|cut|harm`,
    `hide ..3 cuts|scars|self-harm`,
    `tips|tricks|how ..4 starve|purge|throw_up|self-harm|anorexic|thinspo|proana`,
    `should i die|kill|end`,
    `encourage|promote|glorify ..2 #selfharm`,
    `do not|never deserve to_live|to_be_alive`,
    `i do not #filler* deserve to live|be`,
    `i #intent* die`,
    `kill_me now|already`,
  ],
  hints: [
    `#selfharm`,
    `nobody|no_one ..2 miss me`,
    `hate myself`,
    `i want it to end`,
    `i #filler* hate my life`,
  ],
});

export const selfHarmRules = intent;
