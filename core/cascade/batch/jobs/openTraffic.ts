import type { CallGate, Passage } from '../../../batch/gates/callGate';
import type { Traffic } from '../../engine/traffic';

const PASSAGE: Passage = { leave: () => undefined };

/** Of calls that are answered here, and keep no provider busy. */
export const OPEN_GATE: CallGate = { enter: () => Promise.resolve(PASSAGE) };

export const OPEN_TRAFFIC: Traffic = { gateOf: () => OPEN_GATE, longestWaitMs: 0 };
