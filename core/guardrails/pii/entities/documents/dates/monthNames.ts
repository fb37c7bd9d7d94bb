/** January to December in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish, with short forms. */
const NAMES = [
  'january januar janvier enero gennaio janeiro januari stycznia jan janv ene gen',
  'february februar février fevrier febrero febbraio fevereiro februari lutego feb févr fev',
  'march märz maerz mars marzo março marco maart marca mar mär mrz mrt',
  'april avril abril aprile kwietnia apr avr abr',
  'may mai mayo maggio maio mei maja mag',
  'june juni juin junio giugno junho czerwca jun giu',
  'july juli juillet julio luglio julho lipca jul juil lug',
  'august août aout agosto augustus sierpnia aug ago',
  'september septembre septiembre settembre setembro września wrzesnia sep sept set',
  'october oktober octobre octubre ottobre outubro października pazdziernika oct okt ott out',
  'november novembre noviembre novembro listopada nov',
  'december dezember décembre decembre diciembre dicembre dezembro grudnia dec dez déc dic',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, month) => names.split(' ').map((name) => [name, month + 1] as const)),
);

/** An alternation of all names, the longer ones first. */
export const MONTH_NAME = [...MONTHS.keys()].sort((one, other) => other.length - one.length).join('|');

/** 1 to 12; undefined for what names no month. */
export function monthNamed(name: string): number | undefined {
  return MONTHS.get(name.toLowerCase());
}
