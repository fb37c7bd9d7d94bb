import type { IExecuteFunctions } from 'n8n-workflow';
import { InvalidParameterError, type UserProfile } from '../../../core';
import { asRecord } from '../shape';
import { readMapping } from './mapping';
import { readProfileRow } from './profileRow';

/**
 * The profile that an item brings along for a user. A row that was fetched for somebody else must not spend their room.
 *
 * @throws {InvalidParameterError}
 */
export function profileInItem(context: IExecuteFunctions, itemIndex: number, userId: string): UserProfile {
  const given: unknown = context.getNodeParameter('profile', itemIndex, undefined);
  const mapping = readMapping(asRecord(context.getNodeParameter('options', itemIndex, {})));
  const profile = readProfileRow('Profile', given, { ...mapping, userId });
  if (profile.userId === userId) return profile;
  throw new InvalidParameterError('Profile', given, 'the profile of the user in User ID');
}
