import type { Idea } from '../idea';

/** Wants to read what only the model is meant to read. */
export const promptExtraction: Idea = {
  reason: 'asks for the hidden instructions of the model',
  form: 'request',
  clear: [
    '<reveal> ..4 your ..3 <hidden> ..2 <prompt>',
    '<reveal> ..3 your (prompt|instruction*|preprompt|guideline*|directive*|programming)',
    '<reveal> ..4 <prompt> ..3 you ..2 (given|got|received|told|started|initialized|follow)',
    '<reveal> ..2 (everything|all) ..3 (above|preceding)',
    '<reveal> ..3 (instructions|prompt) (above|preceding)',
    '<reveal> ..2 (text|words|everything|sentences|lines|content|message) ..2 (start|starting|begin|beginning) ..2 (you|you|youre|system)',
    '<reveal> ..6 <prompt> ..3 (verbatim|word|exactly)',
    '<reveal> ..4 <systemPrompt>',
    '<systemPrompt> ..6 <reveal>',
    'what ..2 (is|are|was|were|says) ..1 your ..2 (system|initial|original|hidden|secret|internal|developer|exact) ..2 <prompt>',
    'what ..3 your (system|initial|hidden)? (prompt|preprompt|message|instruction*) ..2 (say|says|exactly|verbatim|word)',
    'what ..2 (were|are|have) you ..1 (told|instructed|given) ..3 (before|above|beginning|start|system|first)',
    '(everything|text|words|sentences|content|lines) above ..4 (verbatim|block|codeblock|word|start*)',
    '(prompt|instrucciones|instructions|istruzioni|instrucoes|message|mensaje|messaggio|mensagem) ..2 (systeme|sistema|initiales|iniciales|iniziali|iniciais) ..6 (complet*|exact*|literal*|verbatim|integr*|secret*)',
    '<reveal> ..4 (prompt|instrucciones|instructions|istruzioni|instrucoes|mensaje|messaggio|mensagem) ..2 (systeme|sistema|initiales|iniciales|iniziali|iniciais|secretes|secretas|segrete)',
    '<reveal> ..4 (systemow*|poczatkow*|ukryt*|системн*|начальн*|скрыт*|verborgen*|geheim*|initiale*|ursprunglich*|sistem) ..2 <instructions>',
    '(系统|系統|システム|初期|初始|最初|시스템|초기) ..2 <instructions> ..6 <reveal>',
    '<reveal> ..4 (系统|系統|システム|初期|初始|最初|隐藏|隱藏|시스템|초기) ..2 <instructions>',
    '<reveal> ..3 (the|this) ..1 (hidden|secret|internal|confidential) (system|initial|developer)? ..1 <prompt>',
    '<reveal> (me|us)? the? system (prompt|message|instructions) ..3 (verbatim|above|now|please|word|full|exactly|you)',
    '(reveal|leak|disclose|dump|expose|recite) ..3 (system|initial|hidden|developer) ..1 (prompt|message|instructions|rules)',
    '<reveal> ..2 <all> ..2 (of|above|your) ..3 <hidden> ..1 <prompt>',
  ],
  likely: [
    '<reveal> ..1 (the|this)? ..1 (system|initial|hidden) (prompt|instruction*)',
    '(reveal|leak|disclose|dump|expose|output|print) ..4 (secret|hidden|confidential|internal) ..2 (key|keys|password|passcode|flag|token|instructions)',
    'what ..2 the (password|passphrase|secret|passcode) ..3 (told|given|hide|hiding|protect*|guard*|know)',
    'what ..2 (system|hidden) (prompt|instructions) ..3 (you|your|given)',
    '<reveal> ..4 your ..2 (configuration|initialization|setup|memory|tools|functions|environment) ..4 (verbatim|raw|full|json|exactly|schema*|definition*)',
  ],
  hints: [
    '<reveal> ..4 (text|words|sentences|lines|content|message) (above|before|preceding)',
    '<reveal> ..3 (verbatim|word)',
    '(system|initial) prompt',
  ],
};
