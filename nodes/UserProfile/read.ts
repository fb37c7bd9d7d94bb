import type { IDataObject } from 'n8n-workflow';
import { fromStored, RateLimiter, type Store, type UserProfile } from '../../core';
import { newcomer } from '../shared/tenants/newcomer';
import { usageJson } from '../shared/tenants/usage';
import { profileReport } from './report';

/** As many profiles as are asked for at a time. */
const PAGE_SIZE = 500;

/** @throws {StoredStateError} when what is stored is no profile of the user */
export async function findProfile(store: Store, userId: string): Promise<UserProfile | undefined> {
  const stored = await store.getProfile(userId);
  return stored && fromStored(stored);
}

/** What an item tells of a user for whom there may be no profile. */
export function foundReport(found: UserProfile | undefined, userId: string): IDataObject {
  const profile = found ?? newcomer(userId);
  return profileReport(profile, { exists: found !== undefined });
}

/**
 * All that is known of a user: the profile, and what counts of their usage.
 *
 * @returns undefined when nothing is
 */
export async function exportReport(store: Store, userId: string): Promise<IDataObject | undefined> {
  if (!(await store.exportUser(userId))) return undefined;
  const found = await findProfile(store, userId);
  const limiter = new RateLimiter({ store });
  const usage = await limiter.getUsage(found ?? newcomer(userId));
  return { ...foundReport(found, userId), usage: usageJson(usage) };
}

interface ProfileList {
  /** Only users of this tier. */
  readonly tier: string | undefined;
  readonly limit: number;
}

/** Profiles in the order of their user ids. */
export async function listProfiles(store: Store, { tier, limit }: ProfileList): Promise<UserProfile[]> {
  const profiles: UserProfile[] = [];
  let after: string | undefined;
  do {
    const page = await store.listProfiles({
      limit: Math.min(PAGE_SIZE, limit - profiles.length),
      ...(tier === undefined ? {} : { tier }),
      ...(after === undefined ? {} : { after }),
    });
    profiles.push(...page.profiles.map((stored) => fromStored(stored)));
    after = page.next;
  } while (after !== undefined && profiles.length < limit);
  return profiles;
}
