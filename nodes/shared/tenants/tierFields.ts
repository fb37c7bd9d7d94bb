import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { TIER_LEVELS, TIER_PRESETS, type TierConfig } from '../../../core';
import type { Show } from '../show';
import { limitFields } from './limitFields';

/** The value of a tier that the node itself defines. */
export const CUSTOM_TIER = 'custom';

const customTier: INodePropertyOptions = {
  name: 'Custom',
  value: CUSTOM_TIER,
  description: 'A tier of your own, with the limits that you give it',
};

/** The five presets, smallest first, and a tier of one's own. */
export const tierOptions: INodePropertyOptions[] = [
  ...TIER_LEVELS.map((level) => ({
    name: titleCase(level),
    value: level,
    description: limitsOf(TIER_PRESETS[level]),
  })),
  customTier,
];

/** What a custom tier is called and allows. */
export function customTierFields(show: Show): INodeProperties[] {
  const displayOptions = { show: { ...show, tier: [CUSTOM_TIER] } };
  return [
    {
      displayName: 'Tier Name',
      name: 'customTierName',
      // Not required: while Tier is an expression, n8n takes this field for shown, whatever the tier is.
      type: 'string',
      default: '',
      placeholder: 'e.g. GOLD',
      displayOptions,
      description: 'Name of the tier: up to 40 letters, digits, _ and -',
    },
    {
      displayName: 'Tier Limits',
      name: 'customTierLimits',
      type: 'collection',
      placeholder: 'Add Limit',
      default: {},
      displayOptions,
      description:
        'What the tier allows. Give each limit but Concurrent Requests a number, or choose it in Unlimited.',
      options: limitFields,
    },
  ];
}

function titleCase(level: string): string {
  return level.slice(0, 1) + level.slice(1).toLowerCase();
}

function limitsOf({ requestsPerHour, requestsPerDay, dailyBudget }: TierConfig): string {
  if (requestsPerHour === null || requestsPerDay === null || dailyBudget === null) {
    return 'Unlimited, and every limit can be set';
  }
  const [hour, day, dollars] = [requestsPerHour, requestsPerDay, dailyBudget].map((limit) =>
    limit.toLocaleString('en-US'),
  );
  return `${String(hour)} requests an hour, ${String(day)} a day, $${String(dollars)} a day`;
}
