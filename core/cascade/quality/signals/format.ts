import type { Signal } from '../signal';

const asksForJson =
  /\b(?:(?:as|only|valid) (?:(?:a|valid|raw|strict|plain) ){0,2}json|json only|(?:return|output|produce|emit|give me) (?:(?:a|only|valid|raw|strict|plain|one) ){0,3}json|(?:answer|reply|respond|output)(?: \w+){0,3} (?:in|with) (?:(?:valid|raw|strict|plain) )?json)\b/i;
const asksForYesOrNo =
  /\b(?:(?:answer|reply|respond|say)(?: (?:only|with|just|simply)){0,3}:? ["']?yes["']? or ["']?no["']?|yes or no\?)/i;
const yesOrNo = /^\W{0,3}(?:yes|no)\b/i;

/** The draft is not in the form that the question asks for: JSON, or a plain yes or no. */
export const format: Signal = ({ query, text, domain }) => {
  if (domain !== 'code' && asksForJson.test(query) && !containsJson(text)) {
    return { strength: 1, reason: 'the question asks for JSON and the draft is not valid JSON' };
  }
  if (asksForYesOrNo.test(query) && !yesOrNo.test(text.trim())) {
    return { strength: 0.8, reason: 'the question asks for yes or no and the draft says neither' };
  }
  return undefined;
};

/** Whether the whole text, its first fenced block, or what stands between the outermost brackets parses. */
function containsJson(text: string): boolean {
  const fenced = /```(?:json)?\s*\n([\s\S]*?)\n\s*```/i.exec(text)?.[1];
  return [text, fenced, betweenBrackets(text, '{', '}'), betweenBrackets(text, '[', ']')].some(isJson);
}

function betweenBrackets(text: string, open: string, close: string): string | undefined {
  const start = text.indexOf(open);
  const end = text.lastIndexOf(close);
  return start >= 0 && end > start ? text.slice(start, end + 1) : undefined;
}

function isJson(candidate: string | undefined): boolean {
  if (candidate === undefined) return false;
  try {
    JSON.parse(candidate);
    return true;
  } catch {
    return false;
  }
}
