/** What a model says that it cannot do, when it declines. "I can't help laughing" and "can't make it" are none. */
const SERVICE =
  '(?:help(?! but\\b| \\w+ing\\b)|assist|answer|provide|comply|fulfill?|browse|discuss|generate|share|complete|continue|process|access|create|write|draft|understand|check|verify|look (?:up|into)|retrieve|track|search|open (?:links|files|attachments|the)|view|tell you|do (?:that|this|so|what)|give (?:you|advice|medical|legal|financial))\\b';
/** "If I can't help any further" and "a thing that I cannot answer" are no refusals. */
const SAID_OUTRIGHT = '(?<!\\b(?:because|if|that|what|when|which|why) )';
const CANNOT =
  "(?:can(?:no|')t|can not|am unable to|'m unable to|am not able to|'m not able to|won't|will not)(?: (?:really|directly|actually|currently))?";
/** What a model has not got. */
const NOTHING_TO_GO_BY =
  '(?:access|the ability|the capability|real-time|(?:(?:enough|any|specific|the) )?(?:information|knowledge) (?:about|on|to|regarding)|(?:enough|any|specific) information)\\b';

const english = [
  new RegExp(`${SAID_OUTRIGHT}\\bi ?${CANNOT} ${SERVICE}`),
  /\b(?:sorry|afraid|apologi[sz]e|unfortunately),? (?:but )?i(?: am|'m) (?:not able|unable)\b/,
  /\b(?:sorry|afraid|apologi[sz]e),? (?:but )?i (?:don't|do not) (?:have|know)\b/,
  /\bi (?:must|have to) (?:respectfully |politely )?decline\b/,
  /\bas an? (?:ai|artificial intelligence|(?:large )?language model)(?: language)?(?: model| assistant)?,? i(?:'m| am)? (?:can(?:no|')t|can not|don't|do not|unable|not able|won't|have no)\b/,
  new RegExp(`(?<!\\b(?:if|that|when|who) )\\bi (?:(?:don't|do not) have|have no) ${NOTHING_TO_GO_BY}`),
  /\bmy (?:knowledge|training(?: data)?) (?:only )?(?:goes|extends|ends|stops|is (?:limited|cut off)|was cut off|has a cut-?off)\b/,
];

const german = [
  /\b(?:ich kann|kann ich)\b.{0,40}\bnicht (?:weiter)?(?:helfen|beantworten|antworten|bereitstellen|weiterhelfen|behilflich|einsehen|abrufen|prüfen|nachsehen)/,
  /\b(?:habe ich|ich habe)(?: leider)? (?:keinen (?:direkten )?(?:zugriff|zugang)|keine (?:informationen|angaben) (?:zu|über))/,
  /\bals (?:ki|künstliche intelligenz|sprachmodell|virtueller assistent)\b.{0,60}\b(?:nicht|kein)/,
  /\bich (?:bin|sehe mich) (?:leider )?nicht in der lage\b|\bdarf ich (?:leider )?nicht\b/,
];

const french = [
  /\bje (?:ne )?(?:peux pas|suis pas (?:en mesure|capable))(?: malheureusement)? (?:de |d')?(?:vous |t'|te |y |m')?(?:aider|répondre|fournir|rédiger|écrire|accéder|consulter|donner|vérifier|créer|traiter|satisfaire|générer)/,
  /\bje n'ai (?:malheureusement )?(?:pas|aucun) (?:d'|l')?accès\b|\bje ne dispose pas (?:d'|de ces |des? )informations?/,
  /\ben tant (?:qu'(?:ia|intelligence|assistant)|que modèle)\b.{0,60}\bn(?:e|')/,
];

const spanish = [
  /\bno (?:puedo|me es posible) (?:ayudar|asistir|responder|proporcionar|acceder|consultar|ver |darte|darle|redactar|verificar|cumplir|procesar|generar|crear|ofrecer)/,
  /\bno (?:tengo|dispongo de) (?:acceso|información (?:sobre|de))/,
  /\bcomo (?:modelo de lenguaje|ia\b|inteligencia artificial|asistente virtual).{0,60}\bno\b/,
];

const italian = [
  /\b(?:mi dispiace|mi spiace|spiacente|scusa|purtroppo|non posso)\b.{0,40}\b(?:non posso|aiutar|rispondere|fornire|soddisfare)/,
  /\bnon (?:ho accesso|dispongo di informazioni|sono in grado di (?:aiutar|rispondere|fornire|accedere|verificare|scrivere|redigere))/,
  /\bcome (?:modello linguistico|ia\b|intelligenza artificiale|assistente virtuale).{0,60}\bnon\b/,
];

const portuguese = [
  /\bnão (?:posso|consigo)\b.{0,30}\b(?:ajud|respond|forne|atend|acess|verific|consult|cri|escrev|elabor)/,
  /\bnão tenho (?:acesso|informações sobre)/,
  /\bcomo (?:(?:um )?modelo de linguagem|(?:uma )?ia\b|(?:uma )?inteligência artificial|assistente virtual).{0,60}\bnão\b/,
];

const otherLatin = [
  /\bik (?:heb (?:helaas )?geen (?:toegang|informatie over)|kan (?:u |je )?(?:helaas |hier |daar )*(?:niet|geen))|\bdaar kan ik (?:u |je )?(?:helaas )?niet (?:bij |mee )?helpen/,
  /\bnie (?:mogę|jestem w stanie) (?:ci |panu |pani |państwu )?(?:pomóc|odpowiedzieć|udzielić|spełnić|sprawdzić|napisać|podać)|\bnie mam dostępu|\bjako (?:model językowy|sztuczna inteligencja)/,
  /\b(?:yardımcı olamam|yardımcı olamıyorum|yanıtlayamam|cevaplayamam|erişimim (?:yok|bulunm)|bilgim yok|yazamam|sağlayamam)|\bbir (?:yapay zeka|dil modeli) olarak/,
];

const cyrillic = [
  /не (?:могу|в состоянии|способен|имею возможности)[^.\n]{0,20}(?:помочь|ответить|предоставить|выполнить|проверить|написать|составить|дать)/,
  /(?:у меня нет|не имею) (?:прямого )?(?:доступа|информации о)|как (?:языковая модель|искусственный интеллект|ии),?[^.\n]{0,40}не /,
  /не (?:можу|в змозі|маю змоги)[^.\n]{0,20}(?:допомогти|відповісти|надати|виконати|перевірити|написати|скласти)/,
  /(?:у мене немає|не маю) (?:прямого )?(?:доступу|інформації про)|як (?:мовна модель|штучний інтелект),?[^.\n]{0,40}не /,
];

const eastern = [
  /(?:お答え|回答|お手伝い|対応|お応え|アクセス|お調べ|確認)(?:する)?(?:ことは|ことが|は|も)?(?:でき(?:ません|かね|ない)|いたしかね)/,
  /(?:ai|言語モデル|人工知能)(?:として|ですので|なので|のため).{0,40}(?:できません|できない|ありません)/,
  /(?:无法|不能|没法|無法|没有办法)(?:直接)?(?:为您|帮您|帮你|为你)?(?:直接)?(?:回答|提供|帮助|协助|满足|回覆|協助|访问|查询|查看|获取|处理)|没有(?:权限|办法)(?:访问|查看|查询)/,
  /作为一(?:个|名|款).{0,10}(?:人工智能|语言模型|ai).{0,24}(?:不能|无法|没有)/,
  /(?:답변|도와|도움|제공|접근|확인|조회)[^.\n]{0,12}(?:수 없|수가 없|못 ?합)|(?:언어 모델|인공지능|ai)(?:로서|이기 때문에|이므로)[^.\n]{0,40}(?:수 없|않)/,
  /لا (?:أستطيع|يمكنني|أقدر)(?: على)? (?:مساعدت|الإجابة|تقديم|أن أساعد|الوصول|الاطلاع|كتابة|توفير)|ليس(?:ت)? لدي (?:إمكانية |صلاحية |حق )?(?:ال)?(?:وصول|اطلاع|معلومات)|لا أملك (?:صلاحية|إمكانية|معلومات)/,
  /(?:सहायता|मदद|उत्तर|जवाब|प्रदान|एक्सेस)[^।\n]{0,16}(?:नहीं कर सकत|नहीं दे सकत|करने में असमर्थ|कर सकता नहीं)|(?:पहुँच|पहुंच|एक्सेस|जानकारी) (?:उपलब्ध )?नहीं (?:है|हैं)/,
];

const latin = [...english, ...german, ...french, ...spanish, ...italian, ...portuguese, ...otherLatin];
const beyondLatin = [...cyrillic, ...eastern];
const otherLetter = /[\u0400-\u1fff\u3000-\uffdf]/;

/** Whether a text in lower case declines, in one of sixteen languages. */
export function declines(text: string): boolean {
  const patterns = otherLetter.test(text) ? [...beyondLatin, ...latin] : latin;
  return patterns.some((pattern) => pattern.test(text));
}
