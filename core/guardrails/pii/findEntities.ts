import type { Finding } from '../spans/finding';
import { withoutOverlaps } from '../spans/withoutOverlaps';
import { viewOf, type TextView } from '../text/textView';
import { confidenceInContext } from './context';
import type { ContextWords } from './context/contextWords';
import type { EntityDetector } from './entityDetector';

/** A detector and the words it listens to. */
export interface PreparedDetector {
  readonly detector: EntityDetector;
  readonly words: ContextWords;
}

/**
 * What the detectors find, each weighed by the words around it and at or above the threshold. Places are given in the
 * original text, in its order, and no two of them share a character.
 */
export function findEntities(
  text: string,
  detectors: readonly PreparedDetector[],
  threshold: number,
): readonly Finding[] {
  const view = viewOf(text);
  return withoutOverlaps(detectors.flatMap((prepared) => weighed(view, prepared, threshold)));
}

function weighed(view: TextView, { detector, words }: PreparedDetector, threshold: number): Finding[] {
  const findings: Finding[] = [];
  for (const candidate of detector.find(view)) {
    const confidence = confidenceInContext(view.text, candidate, words);
    if (confidence < threshold) continue;
    const [start, end] = view.originalSpan(candidate.start, candidate.end);
    findings.push({ type: detector.type, start, end, confidence });
  }
  return findings;
}
