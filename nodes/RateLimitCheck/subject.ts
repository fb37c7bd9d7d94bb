import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { createUserProfile, type UserProfile } from '../../core';
import { readChoice } from '../shared/choice';
import { profileInItem } from '../shared/tenants/itemProfile';
import { labelled } from '../shared/tenants/labelled';
import { limitLabel, profileLimits, readLimits } from '../shared/tenants/limits';
import { newcomer } from '../shared/tenants/newcomer';
import type { StoredProfiles } from '../shared/tenants/storedProfiles';
import { readTier } from '../shared/tenants/tier';
import { readUserIdField } from '../shared/tenants/userId';

/** Where the limits of a user come from. */
const profileSources = ['stored', 'item', 'define'] as const;
const unknownUserPolicies = ['free', 'limited', 'error'] as const;

/**
 * Whose limits an item is held to.
 *
 * @param stored gives the store's profiles
 * @returns undefined for an unknown user who is not to be let in
 * @throws {InvalidParameterError}
 * @throws {NodeOperationError} for an unknown user when the panel says so
 */
export async function readSubject(
  context: IExecuteFunctions,
  itemIndex: number,
  stored: () => Promise<StoredProfiles>,
): Promise<UserProfile | undefined> {
  const userId = readUserIdField(context, itemIndex);
  const source = context.getNodeParameter('profileFrom', itemIndex, 'stored');
  switch (readChoice('Profile From', source, profileSources)) {
    case 'stored': {
      const policy = readUnknownUserPolicy(context, itemIndex);
      const profile = await (await stored()).get(userId);
      return profile ?? unknownUser(context, { userId, itemIndex, policy });
    }
    case 'item':
      return profileInItem(context, itemIndex, userId);
    case 'define':
      return definedProfile(context, itemIndex, userId);
  }
}

interface UnknownUser {
  readonly userId: string;
  readonly itemIndex: number;
  readonly policy: (typeof unknownUserPolicies)[number];
}

function readUnknownUserPolicy(context: IExecuteFunctions, itemIndex: number): UnknownUser['policy'] {
  const given: unknown = context.getNodeParameter('unknownUser', itemIndex, 'free');
  return readChoice('If User Is Unknown', given, unknownUserPolicies);
}

function unknownUser(
  context: IExecuteFunctions,
  { userId, itemIndex, policy }: UnknownUser,
): UserProfile | undefined {
  if (policy === 'free') return newcomer(userId);
  if (policy === 'limited') return undefined;
  throw new NodeOperationError(context.getNode(), 'The user has no profile', {
    itemIndex,
    description: 'Create one with the User Profile node, or let If User Is Unknown treat such users as FREE.',
  });
}

function definedProfile(context: IExecuteFunctions, itemIndex: number, userId: string): UserProfile {
  const { tier, tiers } = readTier(context, itemIndex);
  const limits = readLimits('Limits', context.getNodeParameter('limits', itemIndex, {}));
  return labelled(
    (parameter) => {
      const limit = limitLabel(parameter);
      return limit === undefined ? parameter : `Limits: ${limit}`;
    },
    () => createUserProfile(tier, userId, { ...profileLimits(limits), tiers }),
  );
}
