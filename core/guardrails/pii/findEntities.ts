import type { Finding } from '../spans/finding';
import { withoutOverlaps } from '../spans/withoutOverlaps';
import { viewOf, type TextView } from '../text/textView';
import { confidenceInContext } from './context';
import { contextWordsOf } from './context/contextWords';
import type { EntityDetector } from './entityDetector';

/**
 * What the detectors find, each weighed by the words around it and at or above the threshold. Places are given in the
 * original text, in its order, and no two of them share a character.
 */
export function findEntities(
  text: string,
  detectors: readonly EntityDetector[],
  threshold: number,
): readonly Finding[] {
  const view = viewOf(text);
  return withoutOverlaps(detectors.flatMap((detector) => weighed(view, detector, threshold)));
}

function weighed(view: TextView, detector: EntityDetector, threshold: number): Finding[] {
  const findings: Finding[] = [];
  for (const candidate of detector.find(view)) {
    const confidence = confidenceInContext(view.text, candidate, contextWordsOf(detector));
    if (confidence < threshold) continue;
    const [start, end] = view.originalSpan(candidate.start, candidate.end);
    findings.push({ type: detector.type, start, end, confidence });
  }
  return findings;
}
