import type { ProfileOptions } from '../../../core/index.ts';

/** What a profile may hold beside its tier. */
export function furnishingOf(userId: string): ProfileOptions {
  return {
    preferredModels: ['gpt-4o', 'gpt-4o-mini'],
    domainModels: { code: 'gpt-4o', translation: 'gpt-4o-mini' },
    customRequestsPerDay: 7_500,
    enableContentModeration: true,
    enablePiiDetection: true,
    metadata: { company: `Company of ${userId}`, seats: 12 },
  };
}
