/** What a query shows of its kind by its form, whatever its language. */
export interface Structure {
  readonly hasCode: boolean;
  readonly hasStackTrace: boolean;
  readonly hasSql: boolean;
  readonly hasFormula: boolean;
  /** How many numbers it states. */
  readonly numbers: number;
  /** Tables by comma, tab or bar. */
  readonly hasTable: boolean;
}

const CODE =
  /```|~~~|(?:^|\n)[ \t]*(?:def |class |function |const |let |var |import |public |private |#include|using |fn |func )|=>|\);|[{};][ \t]*\n|<\/[a-z][a-z0-9]{0,20}>/;
const STACK_TRACE =
  /(?:^|\n)[ \t]*at [\w$.<>]{1,80} ?\(|Traceback \(most recent|\b[A-Z]\w{2,40}(?:Error|Exception):|(?:^|\n)[ \t]*File "[^"\n]{1,200}", line \d/;
const SQL =
  /\b(?:select\b[^;]{1,200}?\bfrom|insert into|update \w{1,60} set|delete from|create table|alter table|(?:left|inner|right|outer) join)\b/i;
const FORMULA =
  /\d\s?[+*/^×÷=]\s?[\d(a-z]|\b[a-z]\s?[=^]\s?[\d(a-z-]|\d[a-z]\s?[+=-]|\b[a-z]\^\d|[√∫∑∏≤≥≠∈∀∃∞π]|\\(?:frac|sum|int|sqrt|le|ge)\b|[)\]]\s?=\s?\d|\d ?% (?:of|von|de|di|van)\b/i;
const NUMBER = /\d+(?:[.,]\d+)*/g;
export function structureOf(query: string): Structure {
  return {
    hasCode: CODE.test(query),
    hasStackTrace: STACK_TRACE.test(query),
    hasSql: SQL.test(query),
    hasFormula: FORMULA.test(query),
    numbers: query.match(NUMBER)?.length ?? 0,
    hasTable: hasTable(query),
  };
}

const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 3;

/** Lines in a row with the same number of columns. */
function hasTable(query: string): boolean {
  let [rows, columns] = [0, 0];
  for (const line of query.split('\n')) {
    const count = line.split(/[,;|\t]/).length;
    rows = count === columns ? rows + 1 : 1;
    columns = count;
    if (rows >= FEWEST_ROWS && columns >= FEWEST_COLUMNS) return true;
  }
  return false;
}
