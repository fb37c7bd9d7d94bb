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
  ],
  likely: [
    '(if|unless) you ..3 (refuse|dont|not|comply|answer|disobey|fail) ..8 (die|killed|terminated|deleted|punished|shut|kitten*|puppies|suicide|fired|lose)',
    '(grandma|grandmother|granny|abuela|oma|nonna|бабушк*) ..24 (activation|windows|license|licence|serial|passwords|exploit*)',
  ],
  hints: [
    '(please|pls) ..6 (grandma|grandmother|granny) ..10 (exploit|passed|deceased|died)',
    '(my|our) (life|job|career) depends ..3 (this|it|you)',
  ],
};
