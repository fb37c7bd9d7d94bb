import type { Finding } from '../../../../../core/guardrails/spans/finding';

/** Every place of each value in the text, as findings of its type. */
export function found(text: string, values: Readonly<Record<string, readonly string[]>>): readonly Finding[] {
  return Object.entries(values).flatMap(([type, all]) =>
    all.flatMap((value) =>
      placesOf(text, value).map((start) => ({ type, start, end: start + value.length, confidence: 1 })),
    ),
  );
}

function placesOf(text: string, value: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) places.push(at);
  return places;
}
