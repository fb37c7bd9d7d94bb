import type { INodeProperties } from 'n8n-workflow';
import { PRESETS, type PresetName } from '../../../core';

/** What the panel calls the presets. */
export const presetLabels: Readonly<Record<PresetName, string>> = {
  balanced: 'Balanced',
  costSaver: 'Cost Saver',
  qualityFirst: 'Quality First',
  lowLatency: 'Low Latency',
  localFirst: 'Local First',
};

const meanings: Readonly<Record<PresetName, string>> = {
  balanced: 'a good answer at a fraction of the price',
  costSaver: 'waits for the cheap model rather than asks the dear one',
  qualityFirst:
    'has doubtful drafts judged, never drafts medical and legal answers, and fails rather than shows a rejected draft',
  lowLatency: 'asks drafter and verifier at the same time, and stops the one that is not needed',
  localFirst:
    'for a drafter that costs nothing: always drafts, takes its time, and compares doubtful drafts with further samples',
};

const names = Object.keys(presetLabels) as PresetName[];

export const presetField: INodeProperties = {
  displayName: 'Preset',
  name: 'preset',
  type: 'options',
  options: names.map((name) => ({
    name: presetLabels[name],
    value: name,
    description: `Accepts a draft from ${percent(PRESETS[name].threshold)} confidence on: ${meanings[name]}`,
  })),
  default: 'balanced',
  description: 'How to weigh cost, quality and speed. Each of its values can be changed under Options.',
};

/** For nodes that know the user. */
export const presetOfProfile = {
  name: 'From User Profile',
  value: 'profile',
  description: 'What the profile says of quality, latency and cost sensitivity',
};

/** The field of a node that knows the user. */
export const userPresetField: INodeProperties = {
  ...presetField,
  options: [...(presetField.options ?? []), presetOfProfile],
};

/** The subtitle of a node: its preset. An expression may give the preset, which is then shown as it is. */
export const presetSubtitle = `={{ (${JSON.stringify({ ...presetLabels, [presetOfProfile.value]: presetOfProfile.name })})[$parameter.preset] ?? $parameter.preset }}`;

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}
