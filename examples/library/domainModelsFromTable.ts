import { updateProfile, type UserProfile } from 'n8n-nodes-cascadeflow';
import type { Query } from './query';

const MODELS_BY_DOMAIN = `
  SELECT domain, model FROM domain_models WHERE customer_ref = ? ORDER BY domain, rank`;

/**
 * The profile with the customer's models for each domain, from a table with one row for each of them: `customer_ref`,
 * `domain`, `model`, and `rank`, where the smallest is the favourite.
 */
export async function withDomainModels(query: Query, profile: UserProfile): Promise<UserProfile> {
  const domainModels = new Map<string, string[]>();
  for (const { domain, model } of await query(MODELS_BY_DOMAIN, [profile.userId])) {
    const models = domainModels.get(String(domain)) ?? [];
    domainModels.set(String(domain), [...models, String(model)]);
  }
  return updateProfile(profile, { domainModels });
}
