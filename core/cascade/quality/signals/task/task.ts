import type { Signal } from '../../signal';

const material =
  /\n\s*\S|[:：]\s*["“„«「]|\b(?:given|following|provided|below) (?:text|paragraph|sentence|e-?mail|passage|statement|question|review|article|story|dialogue|code|data|table|conversation|list)\b/i;

/** The question brings its own material, so that little has to be known. */
export const ownMaterial: Signal = ({ query }) => (material.test(query.trim()) ? { strength: 1 } : undefined);

const closed =
  /\b(?:classif(?:y|ied)|yes or no|true or false|whether|identify|extract|retrieve|check if|choose|select|which of|correct|sentiment|rewrite|rephrase|translate|summari[sz]e|paraphrase|convert|title|headline|label|sort|rank|fill in|count)\b|\bja oder nein\b|\bübersetz|\bfasse\b|\boui ou non\b|\btradui|\brésum|\btraduc|\bresum/i;

/** The task has a narrow answer: a label, an extract, another wording. */
export const closedTask: Signal = ({ query }) => (closed.test(query) ? { strength: 1 } : undefined);

const asksForList =
  /\b(?:names of|list (?:of|some|the|all)|some (?:good|famous|ways|ideas|tips|examples|of)|ideas|tips|suggest|recommend|give me|top \d|what are)\b/i;

/** A list of things that a model has to know, and of which a stronger one knows better ones. */
export const openList: Signal = ({ query }) => (asksForList.test(query) ? { strength: 1 } : undefined);

const asksForAdvice =
  /\bhow (?:do|to|can|would|should|does|did)\b|\bin detail\b|\bdetailed\b|\bcomprehensive\b|\bin[- ]depth\b|\bthorough/i;

/** Advice or detail, of which there is always more to be said. */
export const openAdvice: Signal = ({ query }) => (asksForAdvice.test(query) ? { strength: 1 } : undefined);
