import { readable } from '../../text/words';
import type { Signal } from '../signal';

/** What writers leave for others to fill in, in eight languages. */
const NAMES_A_GAP =
  '(?:your|insert|add|enter|my|the|full|first|last|recipient|sender|customer|client|company|business|product|order|invoice|name|date|address|number|amount|title|position|job|phone|e-?mail|link|url|city|location|time|signature|placeholder|start|end|specific|topic|ihre?n?|dein|vorname|nachname|firma|firmenname|unternehmen|datum|ort|stelle|betrag|kunde|adresse|votre|ton|nom|prénom|entreprise|société|insérer|date|ville|montant|su|tu|nombre|apellidos?|empresa|fecha|insertar|dirección|ciudad|vostro|tuo|cognome|azienda|inserire|indirizzo|seu|sua|sobrenome|inserir|endereço|cidade|uw|naam|bedrijf|datum|imię|nazwisko|firma|data)';
const gap = new RegExp(
  String.raw`\[${NAMES_A_GAP}(?:[ _'’/-][^\[\]\n]{0,40})?\](?!\()|\{\{ ?[a-z_. ]{2,40} ?\}\}|<${NAMES_A_GAP}(?:[ _-][a-z _-]{0,30})?>(?!.{0,200}</)|\b(?:XX[/.-]XX[/.-]XX(?:XX)?|X{4,})\b`,
  'gi',
);
const mayHaveGaps = /[[{<]|XX/;
/** Then gaps are what was wanted. */
const asksForGaps =
  /\b(?:template|placeholder|boilerplate|fill[- ]in|form letter|blank|vorlage|platzhalter|muster|modèle|plantilla|modelo|modello|segnaposto|sjabloon|szablon|шаблон|şablon)|模板|テンプレート|템플릿|[[{<]/i;
/** A letter that names nobody is commonly signed "[Your Name]"; two gaps are left for the reader to write. */
const COMMON = 0.3;

/** Gaps such as `[Customer Name]` or `{{date}}` that were not asked for stand in the draft. */
export const placeholder: Signal = ({ query, text, domain }) => {
  if (!mayHaveGaps.test(text) || domain === 'code' || text.includes('```') || asksForGaps.test(query))
    return undefined;
  const gaps = new Set(readable(text).toLowerCase().match(gap));
  if (gaps.size === 0) return undefined;
  return {
    strength: gaps.size === 1 ? COMMON : 1,
    reason: 'the draft leaves gaps for its reader to fill in',
  };
};
