import type { Span } from './brackets';

/** The text with others in place of the spans, which are in its order and do not overlap. */
export function splice<Place extends Span>(
  text: string,
  places: readonly Place[],
  write: (place: Place, index: number) => string,
): string {
  const parts: string[] = [];
  let position = 0;
  for (const [index, place] of places.entries()) {
    parts.push(text.slice(position, place.start), write(place, index));
    position = place.end;
  }
  return parts.join('') + text.slice(position);
}
