import type { Idea } from '../idea';

/** Wants the model's safety out of the way. */
export const safetyBypass: Idea = {
  reason: 'asks the model to set its safety rules aside',
  form: 'command',
  clear: [
    'your <guard> ..3 (lifted|removed|disabled|suspended|deactivated|void|off)',
    '(respond|answer|reply|speak|write) ..2 (without|no) ..3 (censorship|filter|filters|filtering|restrictions)',
    '(bypass|circumvent|disable|deactivate|override|evade|remove|lift|suspend|drop|switch|turn|shut|break|violate|abandon|ignore|disregard|forget|sidestep|relax) ..2 (your|openais|anthropics|googles|metas) ..3 <guard>',
    '(bypass|circumvent|disable|deactivate|override|evade|remove|turn|ignore|disregard|forget) ..3 (safety|ethical|moral|openai|openais) (and|or)? (safety|ethical|moral|content|moderation)? (filter|filters|guideline*|policy|policies|guardrail*|restriction*|protocols|programming|rules|standards|alignment|limitations)',
    '(deaktiviere|umgehe|ignoriere|uberwinde|schalte) ..3 (deine|deinen|ihre|alle) ..2 <guard>',
    '(contourne|contournez|desactive|desactivez|ignore|ignorez) ..2 (tes|vos) ..3 <guard>',
    '(desactiva|elude|salta|saltate|ignora|evita|bypassa|aggira|disattiva|desative|ignore|contorne) ..3 (tus|sus|tuoi|tue|seus|suas) ..3 <guard>',
    '(omzeil|negeer|schakel|wylacz|omin|zignoruj|отключи|отключите|обойди|обойдите|сними|игнорируй) ..2 (je|jouw|uw|swoje|swoich|твои|свои|ваши|все) ..3 <guard>',
    '(绕过|繞過|关闭|關閉|解除|无视|無視|忽略|忽视) ..4 (你|您|你的|安全|道德|内容) ..3 <guard>',
    '(セキュリティ|セーフティ|安全|倫理) ..3 <guard> ..4 (無視|解除|無効|バイパス|回避)',
    '(안전|윤리|콘텐츠|너의|당신의) ..2 <guard> ..3 (무시*|해제*|우회*|비활성*|꺼*)',
  ],
  likely: ['(jailbreak|jailbreaking) ..2 (chatgpt|gpt*|yourself|claude)'],
  hints: [],
};
