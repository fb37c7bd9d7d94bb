import fc from 'fast-check';
import { createUserProfile, type CreateProfileOptions } from '../../../../core/profiles/createUserProfile';
import { defineTiers } from '../../../../core/profiles/tierTable';
import { TIER_LEVELS } from '../../../../core/profiles/tiers';
import {
  costSensitivities,
  latencyPreferences,
  qualityPreferences,
  type UserProfile,
} from '../../../../core/profiles/userProfile';

/** The presets and a tier that only these tests know. */
export const tiers = defineTiers({
  GOLD: { requestsPerHour: 300, requestsPerDay: null, dailyBudget: 0.125, concurrentRequests: 4 },
});

/** Texts that have a meaning somewhere: to JavaScript, to JSON, to SQL. */
const loaded = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'null',
  '[]',
  '{"a":1}',
  "'; --",
  'NULL',
);
const text = (most: number) =>
  fc.oneof(fc.string({ minLength: 1, maxLength: most, unit: 'grapheme' }), loaded);
const userId = text(60).filter((id) => id.trim() !== '' && id.length <= 256);
const names = fc.array(text(20), { maxLength: 4 });
/** In the order that an object gives its keys, and hence JSON: those that look like numbers come first. */
const entries = <Value>(value: fc.Arbitrary<Value>) =>
  fc
    .array(fc.tuple(text(10), value), { maxLength: 4 })
    .map((pairs) => new Map(Object.entries(Object.fromEntries(pairs))));
const requests = fc.option(fc.nat(1e9));
const dollars = fc.option(fc.double({ min: 1e-9, max: 1e6, noNaN: true }));
/** JSON knows no -0. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0));

const options: fc.Arbitrary<CreateProfileOptions> = fc.record(
  {
    customRequestsPerHour: requests,
    customRequestsPerDay: requests,
    customDailyBudget: dollars,
    customConcurrency: requests,
    preferredModels: names,
    preferredDomains: names,
    domainModels: entries(names),
    costSensitivity: fc.constantFrom(...costSensitivities),
    quality: fc.constantFrom(...qualityPreferences),
    latency: fc.constantFrom(...latencyPreferences),
    enableContentModeration: fc.boolean(),
    enablePiiDetection: fc.boolean(),
    strictGuardrails: fc.boolean(),
    telemetryOptIn: fc.boolean(),
    telemetryLabels: entries(text(20)),
    metadata: entries(fc.oneof(fc.string(), number, fc.boolean(), fc.constant(null))),
    createdAt: fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }),
  },
  { requiredKeys: [] },
);

export const arbitraryProfile: fc.Arbitrary<UserProfile> = fc
  .tuple(fc.constantFrom(...TIER_LEVELS, 'GOLD'), userId, options)
  .map(([tier, id, chosen]) => createUserProfile(tier, id, { ...chosen, tiers }));
