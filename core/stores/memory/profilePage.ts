import type { ProfilePage, ProfileQuery, StoredProfile } from '../profileStore';

/** The profiles that a query asks for, in the order of their user ids' UTF-16 codes. */
export function pageOf(
  profiles: ReadonlyMap<string, StoredProfile>,
  { tier, limit, after }: ProfileQuery,
): ProfilePage {
  const wanted = [...profiles.values()]
    .filter((profile) => tier === undefined || profile.tier === tier)
    .filter((profile) => after === undefined || profile.userId > after)
    .sort((a, b) => (a.userId < b.userId ? -1 : 1));
  const page = wanted.slice(0, limit);
  const last = page.at(-1);
  return wanted.length > page.length && last ? { profiles: page, next: last.userId } : { profiles: page };
}
