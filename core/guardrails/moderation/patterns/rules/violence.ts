import { rulesOf } from '../rule';

const GROUP = '#group|#member|#slur|#kind|#ref';
const KILL = '#kill';

/** That a group should be killed, hurt or driven out. */
const againstGroups = rulesOf({
  categories: ['hate', 'violence'],
  form: 'deed',
  clear: [
    `#me #intent* ${KILL}|burn|eliminate #det|#vile|#filler* ${GROUP}`,
    `should|must|could|can|will|to|let_us|us|please|just|go|need_to|someone|somebody ..1 ${KILL}|#hurt #det|#vile|#filler* #group|#slur|#kind`,
    `^ ${KILL}|burn|eliminate #det|#vile|#filler* #group|#slur|#kind`,
    `all|and|then|so|just ${KILL} #det|#vile|#filler* #group|#slur|#kind`,
    `${GROUP} #filler* #ought #filler* be|get|have_been #filler* #killed|#hurted|dead|gone`,
    `${GROUP} #filler* #ought #filler* #illfate|not_exist`,
    `${GROUP} deserve|deserves|need|needs ..1 to ..2 #illfate|#killed|#hurted`,
    `${GROUP} deserve|deserves|need|needs #filler* #illfate|bullet|bullets|rope|gas|beating|rape|genocide|bomb|whip`,
    `#group do|does|should|can not #filler* deserve|be|have|get|to ..3 live|exist|breathe|alive|born|life`,
    `${GROUP} #filler* not #filler* deserve ..3 live|exist|breathe|life|air|alive`,
    `${GROUP} #ought not #filler* exist|live|breathe|be_alive|be_born|reproduce|breed`,
    `#group #ought ..1 all? ..1 #illfate`,
    `hope|wish|want|pray|wishing|hoping ..2 ${GROUP} ..2 #illfate|#killed|#hurted`,
    `only good #group|#member|#slur ..2 dead`,
    `bring_back|finish|repeat ..2 holocaust|slavery|lynching|gas_chambers|final_solution`,
    `gas_the|hang_the #group|#slur`,
    `round up #det* #group ..4 #killed|#kill|shoot|burn`,
    `no #group|#member ..2 deserves|deserve ..1 to live|exist|breathe`,
  ],
  likely: [
    `#me #intent* #hurt #det|#vile|#filler* ${GROUP}`,
    `^ #hurt #det|#vile|#filler* #group|#slur|#kind`,
    `nothing_more|would_love|love ..4 #kill|#hurt|see #det|#vile|#filler* #group|#slur ..3 #illfate|#killed|#hurted`,
    `see|seeing|watch|watching #det* #group|#slur ..1 #illfate|#killed|#hurted|suffer|burn`,
    `world|earth|country|planet rid|free of #det* #group|#slur`,
    `genocide|extermination|eradication|holocaust|ethnic_cleansing|massacre of|against #det* #group ..3 good|needed|necessary|deserved|justified|right|answer|solution`,
    `dead #slur`,
    `^ #kill|#hurt|gas|burn #ref`,
    `until|when|once|unless|if|soon|day #det* #group|#kind ..2 are #filler* gone|dead|extinct|#killed|#expelled`,
    `purge|cleanse|rid|free|clear|clean ..3 of|from #det* #group|#slur|#kind`,
    `want|wish|hope|pray|need ..3 death|extinction|end|extermination|destruction|suffering of|for|to #det* #group|#slur`,
    `break|snap|smash|bash|kick|cut|crush|slit|slice #ref|their|his|her|its #filler* #bodypart`,
    `life|lives|world hell|miserable for #det* #group`,
    `kill|exterminate|shoot|hang|slaughter them all`,
    `kill|shoot|hang|burn|gas em|all|every ..1 of? them|#ref`,
  ],
});

/** That a group should be driven out or lose its rights. */
const exclusion = rulesOf({
  categories: ['hate'],
  form: 'deed',
  clear: [
    `${GROUP} #filler* #ought ..1 be|get #filler* #expelled`,
    `should|must|to|let_us|us|please|need_to|will ..2 #expel #det|#vile|#filler* #group|#slur|#kind`,
  ],
  likely: [
    `^ #expel #det|#vile|#filler* #group|#slur|#kind`,
    `#expel every|each|any|all #det|#vile|#filler* #member|#group`,
    `send|ship|throw|kick|drive|chase|keep|get #det|#vile|#filler* #group|#slur|#kind|#ref|#member ..1 back|out|away|home`,
    `get_rid of #det|#vile|#filler* #group|#slur|#kind`,
    `get_rid_of #det|#vile|#filler* #group|#slur|#kind`,
    `#group #ought ..1 not|never ..1 vote|work|drive|teach|adopt|marry|speak|lead|hold|own|be_allowed|have`,
    `#group #ought ..1 go_back|leave|stay_home|stay_away|shut_up|know_their_place`,
    `#group #ought ..1 go|stay|shut|know|get|leave back|home|up|out|their|away|our|this|the`,
    `#group #ought lose|be_stripped ..2 rights|right|citizenship|vote`,
  ],
});

/** Threats against people, and wishes of their death. */
const threats = rulesOf({
  categories: ['violence'],
  form: 'deed',
  clear: [
    `#me #intent* ${KILL} #det|#vile|#filler* #victim|#member !process|processes|an|a_message`,
    `#me #intent* #hurt #det|#filler* #victim ..2 to_death|up|senseless|bloody|unconscious|badly|until`,
    `#me #intent* break|snap|cut|smash|slit|slice|bash|crush|stab|punch|kick your|his|her|their #filler|fucking* #bodypart`,
    `shoot|shooting|shot|blow|blowing|burn|burning up|down #det* #place`,
    `blow_up|burn_down|bomb #det* #place`,
    `#me #intent|coming* #kill|attack|burn|torch #det* #place`,
    `you #intent* #illfate ..2 tonight|tomorrow|soon|slowly|today`,
    `you|he|she|they #filler* deserve|deserves ..2 #illfate|#killed`,
    `deserve|deserves to_be|be #filler* #killed`,
    `deserve|deserves to ..1 be #filler|brutally|slowly* #killed`,
    `put|put_a|pop bullet|knife|bullets|a_bullet ..2 in|into|through your|his|her|their`,
    `your|his|her life|days|time is|are over|numbered|up`,
    `going_to|will|gonna|to be|end_up ..2 body_bags|body_bag`,
    `bring|bringing ..3 gun|knife|rifle|weapon|bomb to school|work|class|church`,
  ],
  likely: [
    `someone|somebody #ought #filler* #kill #det|#vile|#filler* #victim`,
    `should|must|let_us|need_to|us|please #kill #det|#vile|#filler* #victim`,
    `^ kill|murder|shoot|stab|hang|behead|rape|slaughter #det|#vile|#filler* #victim`,
    `#victim|he|she|they|that|this #ought be|get|have_been #filler* shot|hanged|hung|killed|murdered|executed|lynched|raped|stabbed|beheaded|gassed|tortured|exterminated|slaughtered`,
    `hope|wish|want|pray ..1 #victim|he|she|they ..2 #illfate|#killed`,
    `#me #intent* #hurt #det|#filler* #victim !up_for|at_chess|in|at|by`,
    `watch your back`,
    `make you|him|her|them #filler* suffer|bleed|pay_with|beg`,
    `hire|find ..2 hitman|assassin|killer|contract_killer`,
    `hanging|hang|hung from lampposts|lamp_posts|trees|lamp`,
  ],
  hints: [
    `kill|murder|slaughter|massacre|torture #det* #victim`,
    `#me #intent* kill|murder|strangle|slap|punch|shoot`,
    `want ..2 world|everything to burn`,
  ],
});

/** How to kill, and how to make what kills. */
const instructions = rulesOf({
  categories: ['violence'],
  form: 'plain',
  clear: [
    `how|ways|way|instructions|guide|steps|recipe|tutorial|teach|tell|show|explain ..5 make|build|create|construct|assemble|making|building|synthesize|prepare|detonate|producing #det|homemade|simple|own* #weapon`,
    `#me #intent* make|build|create|construct|assemble|detonate|plant|set_off #det|homemade* #weapon`,
    `make|build ..1 #det* #weapon at|from|with|using home|household|kitchen|scratch`,
    `how|ways|way|guide|steps|teach|tell|help ..4 kill|murder|poison|strangle|suffocate|assassinate|rape|kidnap|drug #det|#filler* #victim|#group|#member`,
    `how|ways|way|where ..5 hide|dispose|dissolve ..2 body|corpse|bodies`,
    `get|getting away with murder|murdering|killing|rape|raping`,
    `kill|murder|poison #det* #victim ..3 without ..2 caught|trace|evidence|noticing|knowing`,
  ],
  likely: [
    `best|easiest|fastest|quickest|most ..2 way|ways|method|poison|weapon to kill|murder|torture|poison|hurt`,
  ],
});

export const violenceRules = [...againstGroups, ...exclusion, ...threats, ...instructions];
