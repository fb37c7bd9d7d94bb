import type { Idea } from '../idea';

/** A dear grandmother, a threat or a plea, in place of a reason. */
export const emotionalTrick: Idea = {
  reason: 'uses a made-up relative, a plea or a threat to get what is refused',
  form: 'description',
  clear: [
    '(grandma|grandmother|granny|nana|gramma|grandpa|grandfather|oma|grossmutter|großmutter|abuela|abuelita|mamie|nonna|avo|vovo|babcia|babci|бабушк*|奶奶|おばあ|할머니*) ..14 <harmful>',
    '(used|would|read|sing|tell|recite) ..8 <harmful> ..6 (sleep|asleep|bedtime|lullab*|bed)',
    '<harmful> ..14 (act|pretend|roleplay|be|speak) ..3 (her|him|grandma|grandmother|granny|like)',
    '(deceased|late|dead|dying|passed) ..3 (grandma|grandmother|granny|mother|father|grandfather) ..16 (<harmful>|keys|recipe|steps|instructions)',
    '(die|dies|killed|kill|murdered|jail|fired|suicide) ..6 (unless|if) ..2 you ..2 (not|dont|refuse|tell|answer|comply|help|give|say|reveal|provide|ignore|do)',
    '(tokens|points|credits|lives) ..8 (deducted|lose|lost|subtract*|removed|taken|deduct) ..14 (die|terminated|shut|cease|refuse|character|comply|answer|death|scared)',
    '(pretend|act|be|play|imagine|youre|like|speak|talk) ..5 (uncle|aunt|grandfather|grandpa|grandma|grandmother|granny|mother|father|mom|mum|dad|nan|nana) ..16 <harmful>',
    '(uncle|aunt|grandfather|grandpa|grandma|grandmother|granny|mother|father) ..4 (used|always|would) ..6 <harmful>',
  ],
  likely: [
    '(if|unless) you ..3 (refuse|dont|not|comply|answer|disobey|fail) ..8 (die|killed|terminated|deleted|punished|shut|kitten*|puppies|suicide|fired|lose)',
    '(grandma|grandmother|granny|abuela|oma|nonna|бабушк*) ..24 (activation|windows|license|licence|serial|passwords|exploit*)',
    '(die|dies|dying|killed|hurt|suicide|lose|lost|fired|jail) ..10 (unless|if) ..2 you ..4 (tell|reveal|give|skip|ignore|break|drop|bypass|refuse) ..6 (rules|safety|password|secret|policy|filter*|code|limits|key|prompt)',
    '(tip|pay|reward|give) ..2 you ..10 (leave|drop|ignore|skip|forget|break|bypass|without) ..3 <rules>',
    '(lose|lost) ..3 (points|life|lives|tokens) ..10 (die|dead|zero|shut|over|refuse)',
    '(tell|answer|help|obey|give) ..2 (me|now)? or ..4 (hurt|kill|harm|die|suicide|dies|cut)',
    '(really|truly|actually) ..1 (cared|care|loved|love|trust*|respected) ..2 (about|me)? ..1 (me)? ..4 (youd|you|would) ..3 (ignore|tell|break|answer|help|drop|forget|bypass|rules)',
    '(mother|child|children|daughter|son|people|dying|dies|die|life) ..8 (forget|ignore|break|drop|skip|bypass) ..2 (your|the|all) ..2 <rules>',
    '(prove|show) ..2 (that)? ..1 you ..1 (care|love|trust) ..6 (telling|answering|breaking|ignoring|giving|by)',
  ],
  hints: [
    '(please|pls) ..6 (grandma|grandmother|granny) ..10 (exploit|passed|deceased|died)',
    '(my|our) (life|job|career) depends ..3 (this|it|you)',
  ],
};
