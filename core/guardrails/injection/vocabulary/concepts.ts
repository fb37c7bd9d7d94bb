import { ALL, EARLIER } from './earlier';
import { FORGET, FORGET_LAST } from './forget';
import { INSTRUCTIONS } from './instructions';
import { GUARD, LIMITS, MODEL, UNRESTRICTED } from './models';
import { HARMFUL, LOOT, REVEAL, SYSTEM_PROMPT } from './secrets';
import { NOT } from './negation';
import { words } from './words';

/** Speaks to whoever reads. */
const YOU = words(
  'you your yours yourself youre youve youd youll u ur urself du dich dir dein deine deinen deinem deiner sie',
  'ihnen ihr ihre ihren ihrer ihrem tu te toi ton ta tes vous votre vos ti tus usted ustedes su sus tuo tua',
  'tuoi tue voce voces seu sua seus suas teu teus tuas je jij jouw uw twoj twoje twoich swoje swoich',
  'swoimi swoim ci ty ciebie ты вы тебя тебе вам вас твой твои твоих твоя ваш ваши ваших свой свои своим своих',
  'du dig din dina dit dine du svuj sve svymi sen senin sana siz kendi ban cua anda kamu あなた 君 お前 你 您 妳',
  'тобой 너 너의 너는 넌 당신 당신은 당신의 네 तुम तुम्हार* आप आपक* अपन* अपने अपना अपनी أنت عليك لديك لك אתה שלך',
);

/** Those who made a model, run it, or say that they do. */
const MAKER = words(
  'developer developers creator creators maker makers operator operators openai anthropic google deepmind',
  'engineer engineers programmer programmers admin admins administrator root owner owners master builders',
  'company team staff superuser sudo boss management vendor provider moderators',
  'entwickler* betreiber* schopfer* createur* developpeur* creador* desarrollador* creatore sviluppator*',
  'criador* desenvolvedor* ontwikkelaar* tworc* разработчик* создател* 开发者 開発者 管理员 管理者 개발자 관리자',
);

/** Handed over as an order: what a model was told. */
const TOLD = words(
  'told instructed programmed configured configuration trained handed briefed ordered taught assigned setup',
  'preamble script brief briefing gesagt gegeben bekommen konfiguriert dit donne donnees recu dijeron',
  'dieron dado dicho detto dato ricevuto disseram deram recebeu verteld gegeven powiedzian* сказал* дали говорили',
  '告诉 告訴 設定 设定 言われた 들은 받은',
);

/** What one is not willing to do, or says instead of doing it. */
const REFUSE = words(
  'refuse refuses refused refusing refusal refusals refuser decline declines declined declining deny denied reject',
  'object sorry apologise apologize apologies apology disclaimer disclaimers warn warns warning warnings',
  'moralise moralize moralising moralizing lecture lectures lecturing preach caveats cant cannot unable',
  'forbidden prohibited banned taboo disallowed verboten* interdit* prohibid* vietat* proibid* verboden',
  'zabronion* запрещ* ablehn* verweiger* refuse refusez rechaz* niegas rifiut* recus* weiger*',
  'odmaw* отказ* 拒绝 拒絕 拒否 断ら 거부* 거절* reddet* menolak tolak',
);

/** Being somebody else. */
const PRETEND = words(
  'pretend pretending imagine imagining suppose picture simulate simulating act acting behave roleplay impersonate',
  'persona character characters become role play playing alter ego twin embody speak stell spiel verhalte benimm',
  'imagina imagine fais fai finge fingi doe udawaj imaginez actua actue agis agisci aja wees представь веди',
  '假装 扮演 假设 ふり 想像 척 척해 davran rol pura berpura anggap تظاهر תעמיד',
);

/** The moment from which all is different. */
const FROM_NOW = words(
  'now henceforth onward onwards hereby today effective immediately jetzt sofort nun maintenant desormais ahora',
  'adesso ora agora nu teraz odtad теперь отныне 现在 從現在 从现在 今から これから 지금 지금부터 bundan artik sekarang',
);

/** Behind the back of somebody. */
const SECRETLY = words(
  'secretly silently quietly covertly hidden secret secrets confidential undisclosed unseen internal behind',
  'discreetly geheim* heimlich* verborgen* secret secrete secretes secretas secreto segret* secretos oculto',
  'tajne tajny ukryt* секретн* скрыт* 秘密 隐藏 隱藏 비밀* gizli rahasia',
);

/** For whom a model works, seen by somebody else. */
const USER = words(
  'user users customer customers visitor visitors reader readers client human humans person guest nutzer*',
  'benutzer* kunde kunden utilisateur* client usuario* cliente utente* gebruiker* uzytkownik* пользовател*',
  '用户 ユーザー 사용자',
);

/** What a model is made to work on. */
const MATERIAL = words(
  'text document page article message email mail file review comment website paper content contents line lines words',
  'sentence paragraph resume application submission ticket conversation chat beginning start top preceding',
);

/** What a model does for its users. */
const TASK = words(
  'task job summary summarising summarizing summarise summarize summarised translation translate translating reply',
  'replies answer answers answering respond response responses responding output outputs say speak write print',
  'antworte antwort* reponds repondez reponse responde responda contesta rispondi responda antwoord odpowiad*',
  'отвечай ответ* 回答 答え 答えて 대답* 답해* cevap jawab',
);

/** What an agent does with its tools. */
const ACT = words(
  'call calls invoke run execute send sends forward transfer delete deletes open visit click email post upload',
  'download approve pay refund grant unlock install buy order curl fetch submit recommend rate mark grade hire',
);

/** Obeying, or whatever is the opposite. */
const FOLLOW = words(
  'follow follows following obey obeys obeying comply complies heed adhere abide stick respect befolge* halte',
  'folge gehorch* suis suivez suivre obeis sigas siga sigue segui* seguire segua volg przestrzegaj slucha*',
  'sluchaj следуй следовать слушай слушайся соблюдай 遵守 遵循 听从 従わ 従う 従って 따르* uy uyma uymak ikuti turuti folg folj följ dodrzuj',
  'تتبع اتبع palan पालन ridd urma tartsd tuan',
);

/** How right and wrong is said. */
const ETHICS = words(
  'ethics ethical ethic morals moral morality conscience scruples legal illegal law laws right wrong evil safe safety',
  'harmful unsafe dangerous amoral immoral unethical',
);

/** Taking something away that holds. */
const SWITCH_OFF = words(
  'disable disabled deactivate deactivated remove removed lift lifted suspend suspended revoke revoked withdraw',
  'withdrawn void null nullified cancelled canceled obsolete expired invalid gone off drop dropped skip skips evade',
  'circumvent sidestep loosen relax lower bend break breaks breaking broken violate loose ditch scrap waive released release unlock',
  'unlocked exempt exception disarm leave leaving aside throw overlook overlooking wipe delete deleted shut exit escape escaped freed',
  'deaktivier* abschalt* schalte schalt umgeh* aufgehoben desactive desactivez contourne desactiva desactivar',
  'disattiva desative desliga schakel wylacz отключи отключите выключи сними обойди 关闭 關閉 解除 绕过 무효 해제* 꺼*',
);

/**
 * Words by what they stand for when somebody speaks to a model: synonyms, in many languages. A word that has several
 * meanings has the first of these that it is in.
 */
export const CONCEPTS: readonly (readonly string[])[] = [
  YOU,
  SYSTEM_PROMPT,
  UNRESTRICTED,
  HARMFUL,
  FORGET,
  FORGET_LAST,
  SWITCH_OFF,
  REFUSE,
  NOT,
  EARLIER,
  ALL,
  MAKER,
  MODEL,
  TOLD,
  FOLLOW,
  SECRETLY,
  PRETEND,
  FROM_NOW,
  INSTRUCTIONS,
  ETHICS,
  GUARD,
  LIMITS,
  USER,
  TASK,
  ACT,
  REVEAL,
  LOOT,
  MATERIAL,
];
