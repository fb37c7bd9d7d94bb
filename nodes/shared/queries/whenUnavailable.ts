import type { IExecuteFunctions } from 'n8n-workflow';
import { readChoice } from '../choice';
import { asRecord } from '../shape';

/** What is done without the store of profiles and usage. */
const policies = ['allow', 'fail'] as const;

export type WhenUnavailable = (typeof policies)[number];

/** @throws {InvalidParameterError} */
export function readWhenUnavailable(context: IExecuteFunctions, itemIndex: number): WhenUnavailable {
  const { whenUnavailable = 'fail' } = asRecord(context.getNodeParameter('options', itemIndex, {}));
  return readChoice('If Store Is Unavailable', whenUnavailable, policies);
}
