import { documentDetectors } from '../../../../../core/guardrails/pii/entities/documents';
import { findEntities } from '../../../../../core/guardrails/pii/findEntities';
import type { DocumentPiiType } from '../../../../../core/guardrails/pii/piiTypes';

const THRESHOLD = 0.5;

/** What a detector reports of a text, the words around it weighed. */
export function found(type: DocumentPiiType, text: string): string[] {
  const detector = documentDetectors.get(type);
  if (!detector) throw new Error(`No detector of ${type}`);
  return findEntities(text, [detector], THRESHOLD).map(({ start, end }) => text.slice(start, end));
}
