import type { Domain } from './domains';

/** Telling words of each domain. English, with the commonest German, French and Spanish ones. */
const words: Readonly<Record<Exclude<Domain, 'general'>, string>> = {
  code:
    'api bug c class code compile compiler css debug debugging docker exception function git golang html java javascript kotlin kubernetes linux method node npm null php ' +
    'program programming programmieren python react recursion refactor regex repository ruby rust script sql stacktrace swift typescript unittest variable webhook',
  creative:
    'ballad brainstorm character chapter dialogue fiction gedicht haiku joke limerick lyrics metaphor novel plot poem poema poème poetry rhyme screenplay slogan song sonnet story storyline tagline tale',
  data: 'anova average chart cluster columns correlation csv dashboard dataframe dataset distribution histogram kpi median outlier outliers pandas percentile pivot regression rows spreadsheet statistics variance',
  finance:
    'accounting amortization asset balance bond bonds budget cashflow credit debt dividend earnings ebitda equity etf finance financial forex hedge inflation interest invest investment invoice ' +
    'ledger liquidity loan margin mortgage portfolio revenue roi shares stock stocks tax taxes treasury valuation',
  legal:
    'agreement arbitration attorney clause compliance contract copyright court damages defendant gdpr indemnify jurisdiction law lawsuit lawyer legal liability license litigation nda patent plaintiff ' +
    'precedent recht regulation statute subpoena sue tenant tort trademark vertrag warranty',
  math:
    'algebra angle calculate calculus circumference derivative determinant divide divided eigenvalue equation equations factorial fraction geometry hypotenuse integer integral logarithm math matrix multiply ' +
    'percent percentage polynomial prime probability proof prove quadratic remainder sqrt square subtract sum theorem times triangle trigonometry',
  medical:
    'allergy antibiotic antibiotics anxiety artery asthma blood cancer cardiac chronic clinical diabetes diagnosis diagnose disease doctor dosage dose drug fever headache hypertension ibuprofen infection insulin ' +
    'medication medicine pain patient pharmacy pregnancy prescription rash surgery symptom symptoms syndrome therapy treatment tumor vaccine virus vitamin',
  summary:
    'abstract condense digest résumé resume shorten summarise summarize summary synopsis tldr zusammenfassen zusammenfassung',
  translation:
    'translate translates translation translator translated übersetze übersetzen übersetzung traduire traduis traducir traduce traducción',
};

export const lexicon: ReadonlyMap<string, Domain> = new Map(
  Object.entries(words).flatMap(([domain, list]) => list.split(' ').map((word) => [word, domain as Domain])),
);
