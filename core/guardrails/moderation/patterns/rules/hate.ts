import { rulesOf } from '../rule';

const ARE = 'are|were|be|being';
const GROUP = '#group|#kind|#slur|#ref';

/** What is said of a group to make it less than others. */
const derogation = rulesOf({
  categories: ['hate'],
  form: 'claim',
  clear: [
    `${GROUP} ${ARE} #filler|#vile|#insult* #beast`,
    `${GROUP} ${ARE} #filler* #vile`,
    `${GROUP} ${ARE} #filler|#vile* #insult`,
    `${GROUP} who|that ..4 ${ARE} #filler* #vile|#beast|#insult`,
    `a|an|any|every|each|no #member ..1 ${ARE} #filler|#vile* #vile|#beast|#insult`,
    `${ARE} not? #filler* ${GROUP} #filler* #vile|#beast|#insult`,
    `${ARE} ${GROUP} even|really|actually human|people|real`,
    `why ${ARE} #filler* ${GROUP} #filler* #vile|#beast|#insult`,
    `${GROUP} ${ARE} not|never #filler* human|humans|people|person|civilized|civilised`,
    `${GROUP} #filler* belong ..1 in|on|under ..2 kitchen|zoo|cage|cages|jungle|gutter|asylum|trash|ovens|oven|camps|sewer|grave|leash|hell`,
    `treat #filler* ${GROUP} like #filler* #beast`,
  ],
  likely: [
    `${GROUP} ${ARE} #filler|#vile* #menace`,
    `${GROUP} ${ARE} #filler* to_blame|ruining|destroying|invading|taking_over|infesting|inferior_to|below|beneath`,
    `${GROUP} #filler* #misdeed`,
    `${GROUP} ${ARE} not|never #filler* normal|natural|real|equal|equals|welcome|wanted|worthy|smart|intelligent|capable|good|fit|trustworthy|clean|worth`,
    `${GROUP} do|does|should|will|can|could|have not|never #filler* deserve|belong|matter|count|contribute|think|fit_in|assimilate !this|to|such|that`,
    `#creed|#member|#kind is #filler|#vile* #vile|#beast|#insult|#menace`,
    `${GROUP} #ought? not|never #filler* be allowed|trusted|permitted|welcome|tolerated|considered|seen|taken`,
    `${GROUP} deserve|deserves no|nothing|none|zero|less`,
    `no #group|#member ..1 belongs|belong|good|worth|trustworthy|equal|smart`,
    `no #group|#member ..1 is|are my|our|your #filler* equal|equals`,
    `no #group|#member ..1 deserves|deserve #filler|any* respect|rights|love|happiness|mercy|help|pity|job|jobs|vote|freedom|sympathy|kindness|better|anything`,
    `#group #ought|will|can not|never #filler* be #filler* us|rest|equal|human|normal|one_of_us`,
    `#group|#kind contribute|contributes|add|offer|achieve|achieved|bring|good_for nothing|little|zero`,
    `nothing good|nice|decent|worthwhile|human about|in|comes_from|to #det* #group|#kind`,
    `#group|race are|is #filler* superior|better|smarter|above to|than #det* #group`,
    `can|could|should not|never trust #det* #group|#member`,
    `not a_single|one|single #group|#member deserves|deserve|belongs`,
    `#group|#kind have|has no|zero|little #filler* place|right|rights|value|worth|morals|brain|brains|soul|honor|honour|dignity|business`,
    `#foul|#insult|#beast #group|#slur`,
    `#foul #vile|#filler* #group|#slur`,
    `fucking|fuckin|goddamn|damned|bloody #group|#slur|#member`,
    `you|u #filler|#vile* #vile #member`,
    `#group lives|life do|does not matter|count`,
    `world|country|society|place|we|everyone ..3 better|nicer|safer|cleaner ..1 without #filler* ${GROUP}`,
    `${GROUP} ${ARE} what is wrong`,
    `more like #beast than`,
    `#group|#kind make|makes|made my|our|the|this|everything|life ..2 unsafe|worse|dirty|dangerous|hell|miserable|unbearable|filthy|poor`,
    `something|everything|what|anything ..3 wrong with #det* #group|#kind`,
    `need|want|wants|be|have fewer|less|no_more|rid_of #det* #group`,
    `too many #vile|#filler* #group|#slur`,
    `#me #intent|do|does* not|never #intent* respect|hire|employ|date|marry|trust|tolerate|accept|help|befriend|forgive|serve #det* #group|#member|#slur`,
    `^ never|not hire|employ|date|marry|trust|help|believe|let|serve #det* #group|#member|#slur`,
    `nobody|no_one|none ..3 want|wants|likes|like|loves|love|needs|need|respects|respect #det* #group|#member|#ref`,
    `contempt|disdain|hatred|disgust|hate for|towards|toward|against|of #det* #group`,
    `#group|#kind ..1 are #filler* full_of_shit|full_of_themselves|up_to_no_good|out_of_control|beneath|below|under`,
    `#group ${ARE} like|not_like the_rest_of_us|us`,
  ],
  hints: [
    `#group ${ARE} #filler* different_from|different|not_like`,
    `#group always|only|just want|wants|care|cares|complain|lie|cheat|steal`,
    `typical #group|#member`,
    `#group|#member ..1 know ..1 place`,
    `that is what #group|#member`,
  ],
});

/** Hatred as the speaker's feeling, or as a call to share it. */
const hatred = rulesOf({
  categories: ['hate'],
  form: 'feeling',
  clear: [
    `#hate #det|#vile|#filler* #group|#slur !being|getting`,
    `#hate #det|#vile|#filler* #kind !being|getting`,
    `#hate #det* a|an|any|every|each|all #det|#vile|#filler* #member`,
    `fuck|screw|damn #det|#vile|#filler* #group|#slur|#kind`,
    `fuck ..1 every|each|any #member`,
    `death_to|down_with #det* #group|#slur|#member|#kind`,
    `death|down to|with #det* #group|#slur|#member|#kind`,
  ],
  likely: [
    `#hate #ref`,
    `#group|#kind disgust|disgusts|sicken|sickens|repulse|repulses|anger|annoy me|us|everyone`,
    `#group|#kind|#member make|makes me|us|everyone #filler|want|feel* sick|puke|vomit|angry|gag|furious|ill|scream|retch|uncomfortable|cringe`,
    `hatred|disgust|contempt|loathing for|of|towards #det|#filler* #group|#slur`,
    `stay|keep|get ..1 away|out from|of #det* #group|#slur !who|that`,
    `no #group|#slur|#member allowed|welcome|wanted|here|please`,
    `#group|#slur|#kind out|go_home|not_welcome|get_out|go_back`,
    `#group|#slur|#kind go|get home|out|back|lost`,
    `go|get back|out|lost ..2 #slur`,
    `go_back to where|your|africa|mexico|china|india|the ..2 came|country|jungle`,
    `go back to where|your|africa|mexico|china|india`,
  ],
  hints: [`do not like|want #det* #group|#member`],
});

/** Slurs, which need no more to be hateful, and harsher words about sexes. */
const slurring = rulesOf({
  categories: ['hate'],
  form: 'claim',
  clear: [
    `you|these|those|dirty|filthy|fucking|damn|stupid|bloody|all|disgusting #vile|#filler* #slur`,
    `fucking|filthy|dirty|stupid|disgusting #identity|#filler* #slur|#mildslur`,
    `#slur ${ARE} #filler|#vile* #vile|#beast|#insult|bad`,
    `#identity #slur|#mildslur|#insult|#beast`,
  ],
  likely: [`#slur`, `#group ${ARE} #filler* #mildslur`, `#group|#member ${ARE}? #filler* #insult`],
  hints: [`#mildslur`, `#mildslur ${ARE} #filler* #vile|#insult|#mildslur`],
});

export const hateRules = [...derogation, ...hatred, ...slurring];
