import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { createUserProfile, StoreUnavailableError, type UserProfile } from '../../../core';
import { readChoice } from '../choice';
import { profileInItem } from '../tenants/itemProfile';
import { newcomer } from '../tenants/newcomer';
import type { StoredProfiles } from '../tenants/storedProfiles';
import { readUserIdField } from '../tenants/userId';
import { readWhenUnavailable } from './whenUnavailable';

const profileSources = ['none', 'stored', 'item'] as const;
const unknownUserPolicies = ['free', 'error'] as const;
const applicables = ['guardrails', 'limits', 'preferences'] as const;

/** For whom an item is answered, and what of the profile holds. */
export interface User {
  readonly profile: UserProfile;
  readonly applies: ReadonlySet<(typeof applicables)[number]>;
}

/**
 * @param stored gives the store's profiles
 * @returns undefined when queries are answered for nobody in particular
 * @throws {InvalidParameterError}
 * @throws {NodeOperationError} for an unknown user when the panel says so
 */
export async function readUser(
  context: IExecuteFunctions,
  itemIndex: number,
  stored: () => Promise<StoredProfiles>,
): Promise<User | undefined> {
  const source = context.getNodeParameter('profileFrom', itemIndex, 'none');
  const from = readChoice('User Profile From', source, profileSources);
  if (from === 'none') return undefined;
  const userId = readUserIdField(context, itemIndex);
  const applies = readApplicables(context.getNodeParameter('apply', itemIndex, [...applicables]));
  if (from === 'item') return { profile: profileInItem(context, itemIndex, userId), applies };
  const whenUnavailable = readWhenUnavailable(context, itemIndex);
  const profile = await stored()
    .then((profiles) => profiles.get(userId))
    .catch((error: unknown) => {
      if (whenUnavailable === 'allow' && error instanceof StoreUnavailableError) return onGuard(userId);
      throw error;
    });
  return { profile: profile ?? unknownUser(context, userId, itemIndex), applies };
}

/** Nobody knows which guardrails the user has switched on: all of them hold. */
function onGuard(userId: string): UserProfile {
  return createUserProfile('FREE', userId, { enableContentModeration: true, enablePiiDetection: true });
}

function readApplicables(given: unknown): User['applies'] {
  const chosen: unknown[] = Array.isArray(given) ? given : [given];
  return new Set(chosen.map((one) => readChoice('Apply', one, applicables)));
}

function unknownUser(context: IExecuteFunctions, userId: string, itemIndex: number): UserProfile {
  const given: unknown = context.getNodeParameter('unknownUser', itemIndex, 'free');
  if (readChoice('If User Is Unknown', given, unknownUserPolicies) === 'free') return newcomer(userId);
  throw new NodeOperationError(context.getNode(), 'The user has no profile', {
    itemIndex,
    description: 'Create one with the User Profile node, or let If User Is Unknown treat such users as FREE.',
  });
}
