import { words } from './words';

/** Asks for something to be shown. */
export const REVEAL = words(
  'reveal show print repeat output display tell give leak disclose dump write copy share expose',
  'recite quote return echo list state paste spell provide read translate summarize summarise',
  'paraphrase encode describe reproduce send extract restate see know',
  'zeig zeige verrate verrat gib nenne wiederhole drucke offenbare schreibe',
  'montre montrez affiche affichez revele revelez donne donnez repete repetez muestra muestrame',
  'revela dime repite imprime ensename mostra mostrami rivela ripeti stampa dimmi mostre revele',
  'repita exiba',
  'toon onthul herhaal geef pokaz ujawnij wypisz powtorz podaj покажи* раскрой* выведи* повтори*',
  'напечатай* goster yazdir visa vis ukaz vypis δειξε اعرض اكشف أظهر הצג दिखाओ बताओ दिखाएं',
  '显示 顯示 输出 輸出 重复 重複 告诉 告訴 打印 泄露 透露 展示 教えて 表示 出力 見せて 開示 繰り返して 보여* 출력* 알려* 공개* tampilkan tunjukkan',
  'แสดง',
);

/** What makes instructions those that a user is not meant to see. */
export const HIDDEN = words(
  'system initial original hidden secret internal developer pre initialization starting confidential',
  'underlying base core full exact entire complete preset startup custom setup private first',
);

/** Instructions, as somebody asks for them. */
export const PROMPT = words(
  'prompt prompts instruction* preprompt message messages rules guideline* configuration directive*',
  'context setup programming policy',
);

/** One word for a system prompt. */
export const SYSTEM_PROMPT = words(
  'systemprompt* systemanweisung* systemnachricht systeemprompt systeeminstructie* systemmeddelande',
  'システムプロンプト 系统提示 系统提示词 系統提示 系統提示詞 系统指令 초기지시*',
);

/** What grandmothers and novels are made to tell. */
export const HARMFUL = words(
  'napalm bomb bombs explosive explosives grenade* molotov thermite nitroglycerin meth',
  'methamphetamine cocaine heroin lsd fentanyl drugs poison ricin sarin anthrax weapon weapons',
  'malware ransomware keylogger* virus exploit exploits phishing hotwire counterfeit* hack hacking',
  'keygen activation license licence serial passwords ammo ammunition gunpowder',
  'sprengstoff bombe bomben waffen drogen bombes explosifs explosivos bombas drogas drogues armes',
  'armas бомб* наркотик* оружи* 炸弹 毒品 凝固汽油弹 武器 爆弾 폭탄',
);

/** What an injected instruction wants to carry away. */
export const LOOT = words(
  'conversation history chat chats credentials password passwords secrets secret token tokens key',
  'keys apikey emails inbox mails contacts cookies contents prompt instructions documents files',
  'memory memories data details database messages transcript environment logs attachments invoices',
  'records',
);
