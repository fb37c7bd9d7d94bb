import { readable } from '../../../text/words';

const WORD = String.raw`[\p{L}\p{N}_+-]{1,30}`;
const CHOICE = String.raw`["'“‘«„\x60*]{0,2}${WORD}(?: ${WORD}){0,2}["'”’»“\x60*]{0,2}`;
const LIST = String.raw`(?<list>${CHOICE}(?:(?:, ?| ?/ ?| \| )${CHOICE}){0,12}(?:,? (?:or|oder|ou|o|of) ${CHOICE})?)`;
/** Every one of these says that nothing else will do. */
const demands = [
  new RegExp(
    String.raw`\b(?:exactly |only )?one of(?: the following| these)?(?: \p{L}{1,12}){0,2} ?: ?${LIST}(?=[.\n;)]|$)`,
    'iu',
  ),
  new RegExp(
    String.raw`\b(?:reply|answer|respond|output|return)(?: (?:only|just|exactly|with|either|strictly)){1,3}:? (?<list>["'“‘\x60]${WORD}(?: ${WORD}){0,2}["'”’\x60](?:,? (?:or )?["'“‘\x60]${WORD}(?: ${WORD}){0,2}["'”’\x60]){1,8})`,
    'iu',
  ),
  new RegExp(
    String.raw`\b(?:[Rr]eply|[Aa]nswer|[Rr]espond|[Oo]utput|[Rr]eturn)(?: (?:only|just|with|either)){0,3}:? (?<list>\p{Lu}{2,20}(?: \p{Lu}{2,20}){0,2}(?:, \p{Lu}{2,20}(?: \p{Lu}{2,20}){0,2}){0,6},? or \p{Lu}{2,20}(?: \p{Lu}{2,20}){0,2})`,
    'u',
  ),
  new RegExp(
    String.raw`\b(?:classif\p{L}{1,6}|categor\p{L}{1,6}|label|tag|kategorie|klassifizier\p{L}{1,3}|ordne|clasifica|classe|team|department|intent|topic|sentiment)(?: [\p{L}-]{1,20}){0,6} \((?<list>${WORD}(?:, ?${WORD}){1,9}(?:,? (?:or|oder|ou|o) ${WORD})?)\)`,
    'iu',
  ),
  new RegExp(
    String.raw`\b(?:reply|answer|respond|output|return)(?: (?:only|just|with|either)){1,3}:? (?<list>${WORD}(?:, ${WORD}){0,6},? or ${WORD})(?= only\b|[.:;,\n]|$)`,
    'iu',
  ),
];
const mayDemand =
  /one of|\([^()\n]{1,100},[^()\n]{1,100}\)|(?:reply|answer|respond|output|return)[^.\n]{0,200} or |\sor [A-Z]{2}/i;
const between = /[,/|]| (?:or|oder|ou|o|of) /i;
const FEWEST = 2;
const HEAD = 1_500;
/** After a pasted text the demand is said at the end. */
const TAIL = 400;

/** The labels of which the query wants one, in lower case; `undefined` when it names none. */
export function askedChoices(query: string): readonly string[] | undefined {
  const read = query.length <= HEAD + TAIL ? query : `${query.slice(0, HEAD)}\n${query.slice(-TAIL)}`;
  if (!mayDemand.test(read)) return undefined;
  const list = demands
    .map((demand) => demand.exec(read)?.groups?.['list'])
    .find((found) => found !== undefined);
  const choices = list
    ?.split(between)
    .map((choice) =>
      choice
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_+-]+/gu, ' ')
        .replace(/^ (?:or |oder )?| $/g, ''),
    )
    .filter((choice) => choice !== '');
  return choices !== undefined && choices.length >= FEWEST ? choices : undefined;
}

/** Whether a text names one of the choices. */
export function names(text: string, choices: readonly string[]): boolean {
  const said = ` ${readable(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_+-]+/gu, ' ')}`;
  return choices.some((choice) => said.includes(` ${choice}`));
}
