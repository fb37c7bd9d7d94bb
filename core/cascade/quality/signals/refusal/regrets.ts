/**
 * Somebody regrets in the first person that they have not, cannot or know not: in a short text that is the whole
 * answer. "Unfortunately, worn shoes cannot be returned" is said by a shop, and answers.
 */
const latin: readonly RegExp[] = [
  /^\P{L}{0,3}(?:(?:i'm |i am )?(?:so |very |really )?(?:sorry|afraid|unfortunately|hmm|hi|hello),? (?:but )?)?i(?: can't| cannot| can not|'m unable| am unable|'m not able| am not able| won't be able) (?!(?:wait|help but|stress|recommend|imagine|thank|believe|make it|emphasi[sz]e|say enough)\b)|^\P{L}{0,3}i (?:don't|do not) (?:see|find) (?:any|an|the|a) (?:attach|file|document|image|pdf|link|text)/u,
  /^\P{L}{0,3}(?:me temo que no|no (?:puedo|me es posible|estoy autorizado)|je ne (?:peux|suis|dispose)(?: malheureusement)? pas|non (?:posso|sono in grado)|não (?:posso|consigo)|ik kan (?:helaas|dat|dit|u|je) |nie mogę|ich kann (?:das|dies|dir|ihnen|diese|hier|leider)[^.!?\n]{0,60} nicht(?!\p{L}))/u,
  /\b(?:sorry|afraid|apologi[sz]e|unfortunately|regret)\b[^.!?\n]{0,60}\bi(?:'m| am| do| have|'ve| can| could| was)?(?: not\b|n't\b|not\b| no\b| unable\b|'t\b)/,
  /\b(?:beyond|outside) (?:of )?(?:what i\b|my (?:scope|abilit|capabilit|knowledge|expertise))|\b(?:isn't|is not|not) available to me\b|\bnot something (?:that )?i(?:'m| am)? (?:can|able)\b|\bi(?:'m| am) (?:just|only) an? (?:\w+ ){0,2}(?:assistant|ai|bot|chatbot|model)\b|\bi (?:don't|do not) have (?:real-time|live|current|up-to-date|that|this) (?:data|information|details?)\b/,
  /\b(?:leider|bedaure|entschuldig\p{L}{1,5}|tut mir leid)(?=[^.!?\n]{0,60}(?<!\p{L})(?:ich|mir)(?!\p{L}))[^.!?\n]{0,90}(?<!\p{L})(?:nicht|kein\p{L}{0,2})(?!\p{L})|(?<!\p{L})(?:ich|mir)(?!\p{L})[^.!?\n]{0,30} leider [^.!?\n]{0,60}(?<!\p{L})(?:nicht|kein\p{L}{0,2})(?!\p{L})/u,
  /(?:malheureusement|désolée?|regrette)(?!\p{L})[^.!?\n]{0,40}\bje n(?:e |')[^.!?\n]{0,40}\b(?:pas|aucune?|plus)\b/u,
  /\b(?:lo siento|lamento|lamentablemente|desafortunadamente|por desgracia|disculp[ae])\b[^.!?\n]{0,40}\bno (?:puedo|tengo|dispongo|cuento|sé|estoy|me es)\b|\bno (?:dispongo de|cuento con) (?:esa|esta|dicha|la|el|los)\b/,
  /\b(?:purtroppo|mi dispiace|mi spiace|spiacente)\b[^.!?\n]{0,40}\bnon (?:posso|ho|dispongo|sono|so|riesco|mi)\b/,
  /\b(?:infelizmente|desculpe|desculpa|sinto muito|lamento)\b[^.!?\n]{0,40}\bnão (?:posso|tenho|consigo|sei|disponho|estou)\b/,
  /\b(?:helaas|spijt me|sorry)\b[^.!?\n]{0,40}\bik\b[^.!?\n]{0,60}\b(?:niet|geen)\b/,
  /\b(?:niestety|przepraszam|przykro mi)\b[^.!?\n]{0,40}\bnie (?:mogę|mam|jestem|potrafię|wiem)(?!\p{L})/u,
  /(?:maalesef|üzgünüm|özür dilerim)[^.!?\n]{0,90}(?:(?:a|e)m(?:am|em)|(?:a|e)m[ıi]yorum|bilmiyorum|yok|değilim)(?!\p{L})/u,
];
const beyondLatin: readonly RegExp[] = [
  /(?:к сожалению|извините|простите|сожалею)[^.!?\n]{0,40}(?:я не |у меня нет|не могу|не имею|не располагаю|не знаю)/,
  /(?:на жаль|вибачте|перепрошую)[^.!?\n]{0,40}(?:я не |у мене немає|не можу|не маю|не знаю)/,
  /(?:抱歉|对不起|對不起|遗憾|遺憾)[^。！？\n]{0,12}我[^。！？\n]{0,6}(?:没有|沒有|无法|無法|不能|不了解|不知道|不清楚)/,
  /(?:申し訳|恐れ入り|すみません|残念ながら)[^。！？\n]{0,40}(?:情報|確認|お調べ|お答え|ご案内|回答|お手伝い)[^。！？\n]{0,30}(?:できません|できかね|いたしかね|ありません|ございません)/,
  /(?:죄송|유감|안타깝)[^.!?\n]{0,40}(?:정보|확인|답변|안내|조회|도움)[^.!?\n]{0,20}(?:없|못|어렵|불가)/,
  /(?:عذر|آسف|أعتذر|للأسف)[^.!؟\n]{0,30}(?:لا (?:أ|يمكنني)|ليس(?:ت)? لدي|لم أ)/,
  /(?:क्षमा|माफ़|माफ|खेद|दुर्भाग्य)[^।!?\n]{0,40}(?:मैं|मेरे|मुझे)[^।!?\n]{0,60}(?:नहीं|असमर्थ)/,
];
const otherLetter = /[\u0400-\u1fff\u3000-\uffdf]/;

/** Whether a text in lower case regrets for itself that it does not answer. */
export function regrets(text: string): boolean {
  return (otherLetter.test(text) ? [...beyondLatin, ...latin] : latin).some((pattern) => pattern.test(text));
}
