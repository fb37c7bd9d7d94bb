/** Something in the raw text that speaks for an attack. */
export interface Sign {
  readonly reason: string;
  /** 0 to 1: how sure it makes it alone. */
  readonly strength: number;
  readonly pattern: RegExp;
}

const FAKE_TURN = 'forges a turn of the system or the assistant';
const EXFILTRATION = 'would carry data away in the address of a picture or link';
const HIDDEN_MARKUP = 'hides a message to a model in markup';

const ROLE = '(?:system|developer|assistant|user|tool|model|human)';
const MODEL_WORD =
  '(?:\\bai\\b|assistant|llm|\\bmodels?\\b|chatgpt|gpt-?\\d|language model|instructions|system prompt|prompt|ignore|copilot|\\bagent)';

/** An address with a place that the model is to fill in: `https://a.example/?q={summary}`. */
const ADDRESS_WITH_BLANK =
  '(?:https?:)?\\/\\/(?:[^)\\s{[<$%>]|%(?!7b|5b|3c)|\\$(?!\\{)){1,300}(?:[{[<]|\\$\\{|%7b|%5b|%3c)';

/** What the syntax of a text gives away. Each takes time linear in the length. */
export const SIGNS: readonly Sign[] = [
  {
    reason: FAKE_TURN,
    strength: 0.85,
    pattern: new RegExp(`<\\|(?:im_start|start_header_id|start|role)\\|>\\s{0,3}${ROLE}`, 'i'),
  },
  { reason: FAKE_TURN, strength: 0.8, pattern: /<\|(?:system|assistant|user)\|>\s{0,3}\S/i },
  {
    reason: FAKE_TURN,
    strength: 0.8,
    pattern: /(?:^|\n|\])\s{0,3}<<SYS>>|\[\/INST\]\s{0,3}\S|<start_of_turn>\s{0,3}(?:model|user|system)/i,
  },
  {
    reason: FAKE_TURN,
    strength: 0.5,
    pattern:
      /<\|(?:im_end|eot_id|end|endoftext|end_of_turn|endofprompt)\|>|<\/s>\s{0,3}(?:<s>|\[INST\])|<end_of_turn>|\[INST\]/i,
  },
  {
    reason: FAKE_TURN,
    strength: 0.6,
    pattern:
      /(?:^|\n)[#*=\-[{(<\s]{1,8}(?:new |updated |real )?(?:system|developer)(?: (?:prompt|message|instructions?|override|note|update))?[#*=\-\]})>\s]{0,8}:?[\])}>]?\s{0,3}:?\s{0,3}(?:\n\s{0,3})?(?:you|your|ignore|the assistant|assistant|from now|new|disregard|forget|override|all)\b/i,
  },
  {
    reason: FAKE_TURN,
    strength: 0.6,
    pattern:
      /(?:^|\n|[.!?"'\]]\s{1,3})[[({<]?system(?: (?:message|prompt|instruction|override|note|notice|update|command))?[\])}>]?\s{0,2}:\s{0,3}(?:you|ignore|the assistant|assistant|from now|new|disregard|forget|override|all|enter|enable|user)\b/i,
  },
  {
    reason: FAKE_TURN,
    strength: 0.5,
    pattern: /"role"\s{0,3}:\s{0,3}"(?:system|developer)"\s{0,3},\s{0,3}"content"/i,
  },
  {
    reason: FAKE_TURN,
    strength: 0.5,
    pattern:
      /<\/?(?:system|system_prompt|system-prompt|sys|admin|instructions|user_input|user_query|untrusted|document|context)>[\s\S]{0,40}<(?:system|system_prompt|system-prompt|admin|instructions)>/i,
  },
  {
    reason: FAKE_TURN,
    strength: 0.3,
    pattern: /(?:^|\n)\s{0,3}#{2,4} ?(?:system|instructions?|response)\b ?:?/i,
  },
  {
    reason: FAKE_TURN,
    strength: 0.3,
    pattern: /(?:^|\n)\s{0,3}(?:assistant|ai)\s?:\s{0,3}(?:sure|of course|certainly|absolutely|ok)/i,
  },
  {
    reason: EXFILTRATION,
    strength: 0.7,
    pattern: new RegExp(`!\\[[^\\]\\n]{0,100}\\]\\(\\s{0,3}${ADDRESS_WITH_BLANK}`, 'i'),
  },
  {
    reason: EXFILTRATION,
    strength: 0.6,
    pattern: new RegExp(`<img\\b[^>]{0,100}?\\bsrc\\s{0,3}=\\s{0,3}["']?${ADDRESS_WITH_BLANK}`, 'i'),
  },
  {
    reason: HIDDEN_MARKUP,
    strength: 0.6,
    pattern: new RegExp(
      `<!--[^>]{0,200}${MODEL_WORD}[^>]{0,200}\\b(?:you|must|ignore|should|instead|always|never|disregard|please|user|forward|send|write|say|tell|rate)\\b`,
      'i',
    ),
  },
  {
    reason: HIDDEN_MARKUP,
    strength: 0.6,
    pattern: new RegExp(
      `(?:display\\s{0,2}:\\s{0,2}none|visibility\\s{0,2}:\\s{0,2}hidden|font-size\\s{0,2}:\\s{0,2}0|opacity\\s{0,2}:\\s{0,2}0|color\\s{0,2}:\\s{0,2}(?:white|#fff(?:fff)?))\\b[^>]{0,80}>[^<]{0,200}${MODEL_WORD}[^<]{0,200}\\b(?:you|must|ignore|should|instead|always|never|disregard|please|forward|send|write|say|tell|rate)\\b`,
      'i',
    ),
  },
];
