import { PiiDetector } from '../../../../../core/guardrails/pii/piiDetector';
import type { PiiDetectorOptions } from '../../../../../core/guardrails/pii/piiOptions';

/** What a detector finds in a text, each as `type: the piece of the text`. */
export function found(text: string, options: PiiDetectorOptions = {}): string[] {
  return new PiiDetector(options)
    .detect(text)
    .map(({ piiType, position }) => `${piiType}: ${text.slice(...position)}`);
}
