import { createHmac } from 'node:crypto';
import { Placeholders } from '../../stores/redactions/placeholders';
import type { Finding } from '../spans/finding';
import { BUILT_IN_LABELS, labelOf } from './label';
import { maskValue } from './maskValue';
import { mentionsIn } from './mentions';

/** What to write in place of a finding. */
export type Writer = (finding: Finding, index: number) => string;

/** 96 bits: no two values of a service come to the same. */
const HASH_LENGTH = 16;

export function writeLabels(): Writer {
  return ({ type }) => `[${labelOf(type)}]`;
}

export function writeMasks(text: string): Writer {
  return ({ type, start, end }) => maskValue(type, text.slice(start, end));
}

export function writeNothing(): Writer {
  return () => '';
}

/** The HMAC-SHA-256 of the value under the key. */
export function writeHashes(text: string, key: string): Writer {
  return ({ type, start, end }) => {
    const hash = createHmac('sha256', key).update(text.slice(start, end)).digest('base64url');
    return `[${labelOf(type)}_${hash.slice(0, HASH_LENGTH)}]`;
  };
}

/** Numbers that the text itself has are passed over, so that it seems to say nothing about those. */
export function writeNumbers(text: string, findings: readonly Finding[]): Writer {
  const values = findings.map(({ type, start, end }) => ({
    label: labelOf(type),
    value: text.slice(start, end),
  }));
  const labels = new Set([...BUILT_IN_LABELS, ...values.map(({ label }) => label)]);
  const taken = new Set([...mentionsIn(text, labels)].map(({ name }) => name));
  const names = new Placeholders(Infinity).assign(values, taken);
  return (_, index) => `[${names[index] ?? ''}]`;
}
