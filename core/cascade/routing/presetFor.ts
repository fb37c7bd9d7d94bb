import type { UserProfile } from '../../profiles/userProfile';
import type { PresetName } from '../presets';

/**
 * The preset that a user's preferences ask for. The first that applies: the best quality, because an answer that is not
 * good enough is worth nothing however soon and cheap; then speed; then a low price. The tier has no say in it: it
 * limits how much a user may ask, not how well the user is answered.
 */
export function presetFor({ preferences }: Pick<UserProfile, 'preferences'>): PresetName {
  const { quality, latency, costSensitivity } = preferences;
  if (quality === 'best') return 'qualityFirst';
  if (latency === 'fast') return 'lowLatency';
  if (costSensitivity === 'high' || quality === 'economy') return 'costSaver';
  return 'balanced';
}
