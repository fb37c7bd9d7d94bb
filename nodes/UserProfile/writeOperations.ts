import type { IDataObject } from 'n8n-workflow';
import { changeTier, systemClock, updateProfile } from '../../core';
import { readChoice } from '../shared/choice';
import { asRecord, stringIn } from '../shared/shape';
import { labelled } from '../shared/tenants/labelled';
import { readMapping } from '../shared/tenants/mapping';
import { readProfileRow } from '../shared/tenants/profileRow';
import { readTier } from '../shared/tenants/tier';
import { readUserIdField } from '../shared/tenants/userId';
import { changeLabel, readChanges } from './changes';
import { UNCHANGED } from './description';
import { profileReport } from './report';
import type { ItemTask, Work } from './task';
import { unknownUser } from './unknownUser';
import { changeProfile, deleteUser, replaceProfile, type Written } from './write';

/** @throws {InvalidParameterError} */
export async function prepareUpsert(task: ItemTask): Promise<Work> {
  const { context, itemIndex } = task;
  const userId = readUserIdField(context, itemIndex);
  const chosen = keepsTier(task) ? undefined : readTier(context, itemIndex);
  const options = readChanges(context, itemIndex);
  const store = await task.store.open();
  return async () => {
    const written = await changeProfile(store, {
      userId,
      create: true,
      change: (profile) => {
        const moved = chosen ? changeTier(profile, chosen.tier, chosen.tiers) : profile;
        return labelled(changeLabel, () => updateProfile(moved, options));
      },
    });
    return writtenReport(task, written);
  };
}

/** @throws {InvalidParameterError} */
export async function prepareChangeTier(task: ItemTask): Promise<Work> {
  const { context, itemIndex } = task;
  const userId = readUserIdField(context, itemIndex);
  const { tier, tiers } = readTier(context, itemIndex);
  const policy: unknown = context.getNodeParameter('unknownUser', itemIndex, 'create');
  const create = readChoice('If User Is Unknown', policy, ['create', 'error']) === 'create';
  const store = await task.store.open();
  return async () => {
    const written = await changeProfile(store, {
      userId,
      create,
      change: (profile) => changeTier(profile, tier, tiers),
    });
    return writtenReport(task, written);
  };
}

/** @throws {InvalidParameterError} */
export async function prepareDelete({ context, itemIndex, store }: ItemTask): Promise<Work> {
  const userId = readUserIdField(context, itemIndex);
  const opened = await store.open();
  return async () => [{ userId, deleted: await deleteUser(opened, userId) }];
}

/** @throws {InvalidParameterError} */
export async function prepareImport(task: ItemTask): Promise<Work> {
  const { context, itemIndex } = task;
  const given: unknown = context.getNodeParameter('profile', itemIndex, undefined);
  const options = asRecord(context.getNodeParameter('options', itemIndex, {}));
  const reading = { ...readMapping(options), defaultTier: stringIn(options, 'defaultTier') };
  const readProfile = (createdAt: number) =>
    readProfileRow('Profile', given, { ...reading, clock: { ...systemClock, now: () => createdAt } });
  const { userId } = readProfile(systemClock.now());
  const store = await task.store.open();
  return async () => writtenReport(task, await replaceProfile(store, userId, readProfile));
}

/** An expression that finds no tier changes none. */
function keepsTier({ context, itemIndex }: ItemTask): boolean {
  const given: unknown = context.getNodeParameter('tier', itemIndex, UNCHANGED);
  return given === UNCHANGED || given === undefined || given === null || given === '';
}

function writtenReport(task: ItemTask, written: Written | undefined): IDataObject[] {
  if (!written) throw unknownUser(task);
  return [profileReport(written.profile, { exists: true, created: written.created })];
}
