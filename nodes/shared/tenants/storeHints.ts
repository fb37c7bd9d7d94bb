import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import { StaticDataStore, type Store } from '../../../core';
import { isManual } from './openStore';

/** From this share of its room on, static data is said to fill up. */
const NEARLY_FULL = 0.5;

/**
 * What a user of static data has to know about this run.
 *
 * @param byHand what a run by hand means for what the node has done
 */
export function storeHints(context: IExecuteFunctions, store: Store, byHand: string): NodeExecutionHint[] {
  if (!(store instanceof StaticDataStore)) return [];
  return [...(isManual(context) ? [info(byHand)] : []), ...roomHints(store)];
}

export function info(message: string): NodeExecutionHint {
  return { message, type: 'info', location: 'outputPane' };
}

export function warning(message: string): NodeExecutionHint {
  return { message, type: 'warning', location: 'outputPane' };
}

function roomHints({ room: { usedBytes, capacityBytes } }: StaticDataStore): NodeExecutionHint[] {
  if (usedBytes < capacityBytes * NEARLY_FULL) return [];
  const [used, capacity] = [usedBytes, capacityBytes].map((bytes) => String(Math.round(bytes / 1024)));
  return [
    warning(
      `Static data holds ${String(used)} of ${String(capacity)} KB. When it is full, new users and new values to restore are refused: choose Redis before.`,
    ),
  ];
}
