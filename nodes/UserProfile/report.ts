import type { IDataObject } from 'n8n-workflow';
import { effectiveLimits, serializeProfile, type UserProfile } from '../../core';

/**
 * A profile as an item tells it: as it is stored, and the limits that hold for the user. It can be imported again, or
 * be given to Rate Limit Check: both read past what is added here.
 */
export function profileReport(profile: UserProfile, more: IDataObject): IDataObject {
  return { ...serializeProfile(profile), effectiveLimits: { ...effectiveLimits(profile) }, ...more };
}
