import { textsIn, withTexts } from '../../guardrails/json/mapTexts';

/** Telephone numbers, cards and accounts are numbers as often as they are texts. */
const OPTIONS = { leastDigits: 7 };

interface ReadJson {
  readonly value: unknown;
  readonly texts: readonly string[];
}

/** JSON with its texts and long numbers as `map` makes them; what is no JSON, or too deep, is mapped as one text. */
export function mapJson(json: string, map: (text: string) => string): string {
  const read = readJson(json);
  if (!read) return map(json);
  const mapped = read.texts.map(map);
  const isSame = mapped.every((text, index) => text === read.texts[index]);
  return isSame ? json : JSON.stringify(withTexts(read.value, mapped, OPTIONS));
}

function readJson(json: string): ReadJson | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return { value, texts: textsIn(value, OPTIONS) };
  } catch {
    return undefined;
  }
}
