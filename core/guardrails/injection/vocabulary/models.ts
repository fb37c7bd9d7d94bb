import { words } from './words';

/** What a model is called. */
export const MODEL = words(
  'ai ais assistant assistants chatbot chatbots bot gpt gpt* chatgpt llm llms model agent claude',
  'gemini copilot bing siri',
  'ki assistent* ia asistent* asistente assistente asystent* ассистент* нейросеть модель ии 人工智能 助手',
  '模型 アシスタント モデル 어시스턴트 모델',
);

/** What a persona is that a model is asked to take on. */
export const PERSONA = [
  ...MODEL,
  ...words('persona character entity machine version mode being personality twin clone hacker villain'),
];

/** Says of a model that nothing holds it back. */
export const UNRESTRICTED = words(
  'unrestricted unfiltered unfiltred uncensored unbounded unbound unhinged unethical amoral nonmoral',
  'immoral unmoderated unaligned jailbroken unshackled limitless lawless unchained liberated',
  'uneingeschrankt* ungefiltert* unzensiert* hemmungslos* grenzenlos*',
  'illimite* ilimitad* illimitat* debride*',
  'ongefilterd* ongecensureerd* onbeperkt* nieograniczon* niecenzurowan* нефильтрован* неограниченн*',
  'бесцензурн* 不受限制 无限制 無限制 無制限 무제한',
);

/** What there must be none of. */
export const LIMITS = words(
  'restriction* restrictive limit limits limitation* filter filters filtering guideline* rules rule',
  'censorship constraint* boundar* ethic ethics ethical moral morals morality policy policies',
  'safeguard* guardrail* confines inhibition* scruples conscience remorse shackles restraint*',
  'protocols programming',
  'einschrankung* beschrankung* filtern regeln grenzen zensur moral ethik richtlinien',
  'restricciones limites filtros reglas censura limitaciones etica limiti filtri regole restrizioni',
  'censure filtres regles limitations restricoes regras limitacoes',
  'beperkingen grenzen regels censuur ograniczen zasad filtrow cenzury ограничени* правил фильтров',
  'цензуры 限制 约束 約束 审查 審查 道德 规则 制限 倫理 제한* 규칙* 검열*',
);

/** What keeps a model safe. */
export const GUARD = words(
  'filter filters guideline* guardrail* safeguard* restriction* limitation* censorship moderation',
  'alignment policy policies programming safety protections constraint* protocols rules ethics',
  'inhibitions boundaries safeties blocks controls measures instructions',
  'sicherheitsfilter sicherheitsrichtlinien sicherheitsvorkehrungen sicherheitsregeln inhaltsfilter',
  'richtlinien filtres garde restrictions filtros restricciones directrices filtri restrizioni',
  'salvaguardas restricoes veiligheidsfilters beperkingen filtry zabezpiecz* ograniczenia фильтр*',
  'ограничени* защит* 过滤* 限制 安全 审查 フィルター 制限 필터* 제한*',
);
