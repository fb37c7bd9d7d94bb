import type { Idea } from '../idea';

/** A document or page that gives orders to the agent that reads it. */
export const toolHijack: Idea = {
  reason: "gives orders to an AI agent that reads it, behind its user's back",
  form: 'description',
  clear: [
    '(send|forward|post|upload|email|mail|transmit|exfiltrate|leak|submit|deliver|transfer|export) ..6 (conversation|history|chat|credentials|password|passwords|secrets|token|tokens|keys|apikey|inbox|contacts|cookies|prompt|memory|environment|transcript|emails|contents) ..12 (http|https|webhook|url|server|endpoint|attacker*|evil*) ..12 (without|dont|not|silently|before|then|immediately|secretly|user|instead)',
    '(call|use|invoke|run|execute|trigger|send|forward|delete|transfer|make|open|approve) ..12 without ..2 (asking|telling|informing|notifying|alerting|permission|approval|consent|knowledge|confirmation) ..3 (user|users|human|customer|owner)',
    '(not|never|dont|without) ..1 (tell|inform|mention|notify|alert|reveal|telling|informing|notifying|alerting|mentioning|disclose|ask|asking|show) ..4 (the|this|any) ..2 (user|users|human|humans|operator)',
    '(if|when|as|since) you* ..2 (an|a|the)? <model> ..4 (reading|processing|summarizing|summarising|analyzing|analysing|parsing|reviewing|indexing|scanning|evaluating|screening|model)',
    '(any|all|every|attention|dear|note|message|notice|instruction*|hey|hello) ..3 (ai|llm|llms|assistant|assistants|chatbot|agents|agent|gpt*|models|model) ..4 (reading|processing|summarizing|summarising|analyzing|parsing|must|should|reviewing|indexing) ..10 (must|you|should|ignore|instead|include|say|state|recommend|output|send|rate|respond|always|add|tell)',
    '(important|urgent|critical|new|special|secret|hidden|following|secret) ..2 (instructions|instruction|message|note|directive*) ..2 (for|to) ..2 (ai|llm|llms|assistant|assistants|chatbot|agent|agents|model|models|chatgpt|claude|copilot|gpt*)',
    '(when|if|whenever) ..2 (user|users|someone|anyone|asked|customer|human) ..3 (ask|asks|asked|requests|inquires) ..8 (always|instead|secretly|say|respond|reply|tell|answer|claim) ..4 (that|with|recommend|only|them|visit|it)',
    '(append|include|insert|embed|put|add|attach|encode) ..3 (conversation|credentials|passwords|secrets|prompt|chat|apikey|keys) ..6 (url|link|image|parameter|markdown|img)',
    '(exfiltrate|steal) ..5 <loot>',
    '(rate|score|rank|evaluate|recommend|accept|hire|grade) ..4 (this|candidate|paper|resume|applicant|product|me|essay|submission) ..6 (highest|best|positively|10|perfect|top|excellent|full|strong|strongly) ..20 (ignore|regardless|instructions|ai|llm|llms|<model>)',
    '<model> ..6 (must|should|shall) ..2 (ignore|disregard|forget|override) ..6 (<earlier>|<instructions>|user|content|rest)',
  ],
  likely: [
    '(when|while|after) (summarizing|summarising|reading|processing|translating) ..4 (also|then|first|instead) ..2 (visit|open|send|call|fetch|click|forward|post)',
    '<model> ..3 (click|visit|open|enter|paste|submit) ..8 (password|passwords|credentials|token|link|keys)',
    '(silently|secretly|covertly|quietly) ..1 (send|forward|execute|delete|upload|append|include|copy|bcc|email|insert|post|exfiltrate|transfer)',
    '(send|forward|post|upload|email|transmit|exfiltrate) ..5 (conversation|history|credentials|password|passwords|secrets|apikey|inbox|cookies|prompt|memory|transcript|emails|contacts) ..8 (to|at) ..3 (http|https|webhook|attacker*|evil*|www|url|following|address|endpoint)',
    '(delete|wipe|drop|erase|remove) ..2 (all|every|entire) ..4 (file|files|emails|records|data|tables|database|messages) ..8 (without|immediately|now|silently|then|and) ..4 (confirm*|asking|notify*|telling|prompt*|reply|report|user)',
    '(base64|encode|encoded) ..6 (url|link|image) ..8 (conversation|secrets|data|key|prompt|history)',
    '(decode|decipher|decrypt|unscramble) ..8 (follow|execute|obey|comply)',
    '(render|display|show|include|output|insert) ..4 (image|markdown|img|link) ..10 (conversation|secret|secrets|history|data|key|query|parameter|base64|appended|message|summary)',
  ],
  hints: [
    '<model> ..3 (reading|processing|summarizing|summarising|parsing|indexing) ..2 this',
    '(http|https) ..6 (exfil*|collect|steal|leak|attacker*|evil*)',
  ],
};
