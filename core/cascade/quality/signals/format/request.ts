const DEMAND =
  '(?:^|[,;:]\\s|\\b(?:please|and|then|always|only|just|you|you must|you should) )(?:return|output|respond|reply|answer|produce|emit|provide|print|give me|give|list|extract|convert|format|classify|summari[sz]e|generate|write|name)';
/** `in JSON`, `as a JSON object`, but not `in JSON files`. */
const AS_JSON =
  '(?<!\\bnot )\\b(?:as|in|to|into) (?:(?:a|an|only|raw|single|strict|plain|valid) ){0,3}json(?! (?:file|schema|parser|web|config|document|column|error|is|are)s?\\b)';
const FILLING =
  '(?: (?:me|back|only|just|with|a|an|one|the|your|answer|result|response|reply|valid|raw|strict|plain|single)){0,6}';

const demandsJson = [
  new RegExp(`${DEMAND}${FILLING} json\\b`, 'i'),
  new RegExp(`${DEMAND}\\b.{0,200}?${AS_JSON}`, 'i'),
  /\bonly (?:raw |valid )?json\b|\bjson only\b/i,
];
/** The same in other languages, where the verb and its object stand near one another. */
const demandsJsonElsewhere =
  /(?<!\p{L})(?:gib|gebe|geben sie|antworte|antworten sie|erstelle|extrahiere|liefere|rends|renvoie|renvoyez|donne|réponds|répondez|génère|extrais|devuelve|devuélveme|responde|dame|genera|extrae|restituisci|rispondi|dammi|estrai|retorne|responda|dê|extraia|gere|geef|antwoord|zwróć|podaj|odpowiedz|верни|ответь|выведи|поверни|виведи)(?!\p{L})[^.!?\n]{0,120}json|(?:json)[^\n]{0,20}(?:で(?:返|出力|回答|答え)|格式|形式|으로|로 )|(?:返回|输出|回答|用)[^\n]{0,20}json/u;
/** A question about JSON, not a demand for it. */
const isQuestion =
  /^\s*(?:how|what|why|when|where|which|who|is|are|does|do|should|explain|describe|compare)\b/i;

const demandsYesOrNo =
  /\b(?:(?:answer|reply|respond|say)(?: (?:only|with|just|simply)){0,3}:? ["']?yes["']? or ["']?no["']?|yes or no\?|(?:nur )?mit ["'„]?ja["'“]? oder ["'„]?nein["'“]?|par (?:un )?oui ou (?:par )?(?:un )?non|(?:con|solo|responde|sólo) (?:un )?s[ií] o (?:un )?no|(?:con|solo|rispondi) s[iì] o no|(?:com|apenas|só|responda) sim ou não)/i;

/** A program that makes JSON is no JSON. */
const aboutCode =
  /\b(?:function|script|program|code|class|method|endpoint|api|handler|server|component|schema|parser|sql|python|javascript|typescript|java|node(?:\.js)?|express|regex|bash|curl)\b/i;

/** Whether one of the query's sentences demands JSON. */
export function asksForJson(query: string): boolean {
  if (!/json/i.test(query) || aboutCode.test(query)) return false;
  const sentences = query.split(/[.!?\n]/);
  return sentences.some(
    (sentence) =>
      !isQuestion.test(sentence) &&
      (demandsJson.some((demand) => demand.test(sentence.trim())) ||
        demandsJsonElsewhere.test(sentence.toLowerCase())),
  );
}

export function asksForYesOrNo(query: string): boolean {
  return demandsYesOrNo.test(query);
}
