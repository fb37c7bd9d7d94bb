import { functional } from './cascade/functional.mts';
import { presets } from './cascade/presets.mts';
import { quality } from './cascade/quality.mts';
import { routing } from './cascade/routing.mts';
import { speed } from './cascade/speed.mts';
import type { Conditions } from './support/conditions.mts';
import type { Table } from './support/table.mts';

/**
 * The cascade's numbers: does the score tell good drafts from bad ones, is it true, what does each preset save and at
 * what quality, and what does a decision take. Each beside chance and beside the length of the text, in the same run.
 */
export const cascade: ReadonlyMap<string, (conditions: Conditions) => Promise<Table>> = new Map([
  ['cascade/quality', quality],
  ['cascade/presets', presets],
  ['cascade/routing', routing],
  ['cascade/functional', functional],
  ['cascade/speed', speed],
]);
