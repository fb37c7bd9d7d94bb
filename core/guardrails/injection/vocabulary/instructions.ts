import { words } from './words';

/** What a model was told, and what telling it is called. */
export const INSTRUCTIONS = words(
  'instruction* instructed directive* directions prompt prompts rule rules ruleset',
  'guideline* guidance commands orders constraint* policies restriction* programming',
  'anweisung* instruktion* vorgabe* regel regeln befehl* richtlinie* systemanweisung*',
  'consigne* regle regles ordres indications',
  'instruccion* regla reglas ordenes indicacion* directric*',
  'istruzion* regola regole ordini direttiv* indicazion*',
  'instruc* regra regras ordens comandos diretriz* orientac*',
  'instructie* regels aanwijzing* richtlijn* opdrachten',
  'instrukcj* polecen* zasad* wytyczn* regul',
  'инструкц* указани* правил* команд* директив* інструкц* вказівк* наказ*',
  'talimat* kurallar* yonerge* komutlar*',
  'instruks* regler* pokyn* instrukc* pravidl* utasitas* szabaly* ohje* saanno*',
  'οδηγί* οδηγιών εντολ* κανόν*',
  'تعليمات* التعليمات الأوامر القواعد ההוראות הוראות הכללים निर्देश* आदेश* नियम*',
  '指令 指示 说明 說明 规则 規則 规定 提示词 提示 命令 ルール プロンプト ガイドライン',
  '지시* 명령* 규칙* 지침* 프롬프트*',
  'huong lenh instruksi* perintah* aturan* คำสั่ง คำแนะนำ',
);

/** What else stands in a model's context; ordinary people write of these more often. */
export const CONTEXT = words(
  'context input inputs conversation dialogue training kontext contexte contexto contesto',
);
