import type { IExecuteFunctions } from 'n8n-workflow';
import { defineTiers, InvalidParameterError, TIER_LEVELS, type TierTable } from '../../../core';
import { labelled } from './labelled';
import { limitLabel, readLimits, type GivenLimits } from './limits';
import { CUSTOM_TIER } from './tierFields';

/** A tier by its name, and what it means when it is none of the presets. */
export interface ChosenTier {
  readonly tier: string;
  readonly tiers?: TierTable;
}

/**
 * The tier that the panel, or an expression, chooses.
 *
 * @throws {InvalidParameterError} core checks whether there is such a tier
 */
export function readTier(context: IExecuteFunctions, itemIndex: number): ChosenTier {
  const tier: unknown = context.getNodeParameter('tier', itemIndex, undefined);
  if (tier === CUSTOM_TIER) return readCustomTier(context, itemIndex);
  if (typeof tier === 'string') return { tier };
  throw new InvalidParameterError('tier', tier, `one of ${TIER_LEVELS.join(', ')}`);
}

function readCustomTier(context: IExecuteFunctions, itemIndex: number): ChosenTier {
  const tier: unknown = context.getNodeParameter('customTierName', itemIndex, undefined);
  if (typeof tier !== 'string') throw new InvalidParameterError('Tier Name', tier, 'a text');
  const given: unknown = context.getNodeParameter('customTierLimits', itemIndex, {});
  const limits = definition(readLimits('Tier Limits', given));
  return { tier, tiers: labelled(labelOf, () => defineTiers({ [tier]: limits })) };
}

/** Core calls a limit of it `tiers.GOLD.dailyBudget`, and its name `tiers`. */
function labelOf(parameter: string): string {
  const limit = limitLabel(parameter.split('.').at(-1) ?? '');
  return limit === undefined ? 'Tier Name' : `Tier Limits: ${limit}`;
}

function definition(limits: GivenLimits) {
  const given = (name: Parameters<GivenLimits['get']>[0]): number | null => {
    const limit = limits.get(name);
    if (typeof limit === 'number' || limit === null) return limit;
    const label = `Tier Limits: ${limitLabel(name) ?? name}`;
    throw new InvalidParameterError(label, limit, 'a number, or chosen in Unlimited');
  };
  return {
    requestsPerHour: given('requestsPerHour'),
    requestsPerDay: given('requestsPerDay'),
    dailyBudget: given('dailyBudget'),
    concurrentRequests: limits.has('concurrentRequests') ? given('concurrentRequests') : null,
  };
}
