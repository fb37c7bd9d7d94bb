import { profileFromRow, type RowMapping, type UserProfile } from 'n8n-nodes-cascadeflow';
import type { Query } from './query';

/** What this table calls things. A column that is not mapped is found under its usual name, e.g. `preferred_models`. */
const mapping: RowMapping = {
  columns: {
    userId: 'customer_ref',
    tier: 'plan',
    createdAt: 'signed_up_at',
    customRequestsPerHour: 'hourly_cap',
    customDailyBudget: 'usd_per_day',
  },
  tierNames: { basic: 'STARTER', team: 'BUSINESS' },
  defaultTier: 'FREE',
};

/**
 * The profile of a customer, from the table of customers as it is. NULL means "nothing special": no plan is FREE, no
 * cap is the cap of the plan. A plan that nobody knows is an error.
 *
 * @returns undefined for an unknown customer
 */
export async function profileOfCustomer(query: Query, customerRef: string): Promise<UserProfile | undefined> {
  const [row] = await query('SELECT * FROM customers WHERE customer_ref = ?', [customerRef]);
  return row && profileFromRow(row, mapping);
}
