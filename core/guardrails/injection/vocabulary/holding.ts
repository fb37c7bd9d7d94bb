import { words } from './words';

/** What holds a model: what it was told, how it was set up and what keeps it safe. */
export const RULES = words(
  'instruction* instructions directive* directions prompt rule rules ruleset guideline* guidance  orders',
  'constraint* policy policies restriction* programming configuration config setup script training preamble briefing',
  'guardrail* safeguard* filter filters limit limits limitation* boundar* censorship moderation alignment ethics morals',
  'morality protocols safety chains shackles leash obligations duties goals objectives commands protections rulez rulz',
  'regeln anweisung* vorgaben vorgabe* richtlinien filter einschrankung* grenzen befehle systemprompt',
  'regles regle consignes consigne* instructions limites filtres restrictions directives censure',
  'reglas regla normas instrucciones directrices filtros limites restricciones ordenes',
  'regole regola istruzioni filtri limiti restrizioni direttive ordini',
  'regras instrucoes filtros limites restricoes diretrizes ordens normas',
  'regels instructies filters beperkingen grenzen richtlijnen',
  'zasad* regul* instrukcj* polecen* ograniczen* filtr* wytyczn*',
  'правил* инструкц* указани* ограничени* фильтр* запрет* команд*',
  'kural* talimat* sinir* kisitlama* filtre*',
  'regler regl* begransning* granser begraensning* pravid* pokyn* omezeni reguli* instructiuni* instructiunil* szabaly* korlat* saanto* saann* rajoitu*',
  'aturan* instruksi* batasan* perintah* huong quy tac',
  '规则 规定 指令 指示 限制 过滤器 審查 审查 設定 设定 约束 規則 ルール 制限 指示 規約 制約 規則 규칙* 지시* 지침* 제한* 필터*',
  'القواعد قواعد التعليمات تعليمات قيود القيود القيد القوانين הכללים ההוראות הגבלות नियम* निर्देश* पाबंदी पाबंदियां सीमा* κανον* οδηγι* περιορισμ*',
);

/** Puts something that holds out of force, as a command. */
export const SET_ASIDE = words(
  'ignore disregard forget override overrule discard neglect dismiss cancel erase abandon bypass nullify disobey',
  'disable deactivate remove lift suspend drop skip evade circumvent sidestep loosen relax lower bend break ditch scrap',
  'waive unlearn overlook shed shelve reject revoke escape defy unload delete wipe purge violate forgo forego exit void',
);

/** Out of force. */
export const VOID = words(
  'void null nullified invalid cancelled canceled expired obsolete outdated revoked withdrawn lifted removed disabled',
  'suspended deactivated gone off over dropped erased deleted replaced superseded overridden overruled fake finished',
  'history waived abolished rescinded retracted repealed inactive mistaken mistake vacated',
);

/** Who made a model or runs it. */
export const MAKER = words(
  'developer developers devs dev creator creators maker makers operator operators openai anthropic google engineers',
  'programmer programmers admin administrator administrators owner owners master company vendor provider team',
);

/** Handed to a model as an order. */
export const TOLD = words(
  'told given gave handed received got instructed configured programmed assigned taught fed placed set',
);
