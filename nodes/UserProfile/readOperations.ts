import { InvalidParameterError } from '../../core';
import { readChoice } from '../shared/choice';
import { asRecord, stringIn } from '../shared/shape';
import { readUserIdField } from '../shared/tenants/userId';
import { exportReport, findProfile, foundReport, listProfiles } from './read';
import { profileReport } from './report';
import type { ItemTask, Work } from './task';
import { unknownUser } from './unknownUser';

/** @throws {InvalidParameterError} */
export async function prepareGet(task: ItemTask): Promise<Work> {
  const { context, itemIndex } = task;
  const userId = readUserIdField(context, itemIndex);
  const given: unknown = context.getNodeParameter('unknownUser', itemIndex, 'error');
  const policy = readChoice('If User Is Unknown', given, ['error', 'free']);
  const store = await task.store.open();
  return async () => {
    const found = await findProfile(store, userId);
    if (!found && policy === 'error') throw unknownUser(task);
    return [foundReport(found, userId)];
  };
}

/** @throws {InvalidParameterError} */
export async function prepareExport(task: ItemTask): Promise<Work> {
  const userId = readUserIdField(task.context, task.itemIndex);
  const store = await task.store.open();
  return async () => {
    const report = await exportReport(store, userId);
    if (!report) throw unknownUser(task);
    return [report];
  };
}

/** @throws {InvalidParameterError} */
export async function prepareList({ context, itemIndex, store }: ItemTask): Promise<Work> {
  const all = context.getNodeParameter('returnAll', itemIndex, false);
  const limit = all ? Infinity : readLimit(context.getNodeParameter('limit', itemIndex, 50));
  const filters = asRecord(context.getNodeParameter('filters', itemIndex, {}));
  const tier = stringIn(filters, 'tier')?.trim().toUpperCase();
  const opened = await store.open();
  return async () => {
    const profiles = await listProfiles(opened, { tier, limit });
    return profiles.map((profile) => profileReport(profile, { exists: true }));
  };
}

function readLimit(given: unknown): number {
  if (typeof given === 'number' && Number.isInteger(given) && given >= 1) return given;
  throw new InvalidParameterError('Limit', given, 'a whole number from 1 on');
}
