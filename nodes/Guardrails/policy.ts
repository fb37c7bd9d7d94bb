import { NodeOperationError } from 'n8n-workflow';
import {
  createUserProfile,
  policyOf,
  updateProfile,
  type GuardrailPolicy,
  type GuardrailRule,
  type UserProfile,
} from '../../core';
import { readChoice } from '../shared/choice';
import { asRecord } from '../shared/shape';
import { readUserIdField } from '../shared/tenants/userId';
import { patterns, type Engines } from './engines';
import { readItemProfile } from './itemProfile';
import { readRules } from './rules';
import type { ItemTask } from './task';

const sources = ['define', 'item', 'stored'] as const;
const unknownUserPolicies = ['all', 'none', 'error'] as const;

/**
 * What the texts of an item are checked for.
 *
 * @throws {InvalidParameterError}
 * @throws {NodeOperationError} for an unknown user when the panel says so, or an engine that is not there
 */
export async function readPolicy(task: ItemTask, engines: Engines): Promise<GuardrailPolicy> {
  const { context, itemIndex, options } = task;
  const given: unknown = context.getNodeParameter('checksFrom', itemIndex, 'define');
  const { onEngineFailure } = options;
  const source = readChoice('Guardrails From', given, sources);
  if (source === 'define') {
    const guardrails = asRecord(context.getNodeParameter('guardrails', itemIndex, {}));
    return { rules: await readRules(guardrails, options, engines), onEngineFailure };
  }
  const profile = source === 'item' ? readItemProfile(context, itemIndex) : await storedProfile(task);
  return policyOf(profile, {
    moderation: await moderationFor(profile, task, engines),
    pii: { patterns },
    onEngineFailure,
  });
}

/** An engine that no profile asks for need not be there. */
async function moderationFor(
  { guardrails }: UserProfile,
  { options }: ItemTask,
  engines: Engines,
): Promise<Pick<Extract<GuardrailRule, { guardrail: 'moderation' }>, 'builtIn' | 'engines'>> {
  if (!guardrails.enableContentModeration) return {};
  return { builtIn: options.moderateWith.has('builtIn'), engines: await engines.forModeration() };
}

async function storedProfile(task: ItemTask): Promise<UserProfile> {
  const { context, itemIndex, store } = task;
  const userId = readUserIdField(context, itemIndex);
  const given: unknown = context.getNodeParameter('unknownUser', itemIndex, 'all');
  const policy = readChoice('If User Is Unknown', given, unknownUserPolicies);
  const profile = await (await store.profiles()).get(userId);
  if (profile) return profile;
  if (policy === 'error') {
    throw new NodeOperationError(context.getNode(), 'The user has no profile', {
      itemIndex,
      description:
        'Create one with the User Profile node, or let If User Is Unknown check such texts for all.',
    });
  }
  const checked = policy === 'all';
  return updateProfile(createUserProfile('FREE', userId), {
    enableContentModeration: checked,
    enablePiiDetection: checked,
  });
}
