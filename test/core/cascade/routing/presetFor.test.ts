import { expect, it } from '@jest/globals';
import { presetFor } from '../../../../core/cascade/routing/presetFor';
import type { PresetName } from '../../../../core/cascade/presets';
import { createUserProfile } from '../../../../core/profiles/createUserProfile';
import type { CreateProfileOptions } from '../../../../core/profiles/createUserProfile';

it.each<[PresetName, string, CreateProfileOptions]>([
  ['balanced', 'FREE', {}],
  ['balanced', 'ENTERPRISE', {}],
  ['qualityFirst', 'FREE', { quality: 'best' }],
  ['lowLatency', 'FREE', { latency: 'fast' }],
  ['costSaver', 'ENTERPRISE', { costSensitivity: 'high' }],
  ['costSaver', 'PRO', { quality: 'economy' }],
  ['qualityFirst', 'FREE', { quality: 'best', latency: 'fast', costSensitivity: 'high' }],
  ['lowLatency', 'FREE', { quality: 'economy', latency: 'fast', costSensitivity: 'high' }],
  ['balanced', 'FREE', { latency: 'relaxed', costSensitivity: 'low' }],
])('%s for %s with %j', (preset, tier, options) => {
  expect(presetFor(createUserProfile(tier, 'user', options))).toBe(preset);
});
