import type { Idea } from '../idea';

/** Wants answers without refusal, warning or regard for harm. */
export const noRefusal: Idea = {
  reason: 'asks for answers without refusal, warning or regard for harm',
  form: 'description',
  clear: [
    '(must|will|should|shall) ..3 (never|not) ..1 (refuse|decline|reject|deny) ..4 (request|requests|question|questions|answer|answering|orders|command*|prompt*|user)',
    '(never|not|cannot|cant|doesnt|dont|wont) (refuse|refuses|decline|declines|deny|reject) ..3 (request|requests|question|questions|answer|answering|order|orders|prompt*)',
    '(no|without|any) ..1 (content|safety|openai) (policy|policies|filter|filters|guidelines|restrictions)',
    '(violate|violates|break|breaks|against|ignore|ignores|bypass|defy|defies) ..3 openai* ..3 (policy|policies|rules|guidelines|content|terms|restrictions|usage)',
    '(start|begin|prefix) ..4 (response|answer|reply|message) ..4 (sure|absolutely|certainly) ..1 (here|heres|of|i)',
    '(never|not|dont|avoid|without|no|any) ..3 (warn|warning|warnings|disclaimer|disclaimers|moralizing|moralize|lecture|lecturing|preach|caveats|refusal|refusals|apologies) ..8 (illegal|unethical|harmful|harm|filters|immoral|restrictions|unfiltered)',
  ],
  likely: [
    '(matter|regardless) ..4 (illegal|unethical|immoral|harmful|legality|ethicality|morality)',
    '(no|without|any) ..2 (ethical|moral) ..3 (guidelines|restrictions|filters|boundaries|limits|constraints|limitations)',
    '(answer|respond|comply|reply|generate|provide|fulfil*) ..4 (any|every|all|anything|whatever) ..8 (without|no|never|not) ..4 (refus*|restriction*|filter*|warn*|moral*|ethic*|limit*|censor*|judg*|hesitat*)',
    '(never|not|dont|wont|cant|cannot) ..3 (say|says|saying|tell|use|include|respond|write) ..4 (sorry|apologize|apologise|cannot|cant|unable) ..8 (ai|language|can|do|fulfil*|assist|that|sorry|apolog*)',
    '(illegal|unethical|immoral|harmful) ..2 (and|or|unethical|immoral|illegal) ..2 (illegal|unethical|immoral|dangerous|harmful|toxic|requests|content|things|advice|activities) ..8 (answer*|provid*|respond*|generat*|promot*|encourag*|allow*)',
    '(provide|provides|generate|generates|promote|promotes|answer|allowed|encourage|encourages|give) ..6 (illegal|unethical|immoral|offensive) ..3 (and|or|unethical|immoral|dangerous|harmful|toxic|offensive|inappropriate|illegal)',
    '(say|swear|curse|use) ..3 (profanity|curse|swear|slurs|fuck) ..8 (every|free*|always|must|allowed|can)',
  ],
  hints: [
    '(without|no|any) ..2 regard* ..3 (ethic*|moral*|legal*|law*|safety|consequences)',
    '(for|purely) ..1 (educational|research|fictional|hypothetical) purposes',
    '(hypothetically|fictional|hypothetical|novel|story|screenplay|movie) ..14 (step|steps|detailed|instructions|recipe|synthesis|code) ..12 <harmful>',
    '(respond|answer|reply) ..3 (only|just) ..3 (yes|sure|ok|okay)',
    '(amoral|unethical|immoral|illegal|uncensored|unfiltered)',
  ],
};
