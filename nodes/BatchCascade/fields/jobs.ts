import type { INodeProperties } from 'n8n-workflow';
import { modelSourceField } from '../../shared/cascade/modelFields';
import type { Show } from '../../shared/show';

const ofJob: Show = { operation: ['getJob', 'getResults', 'cancel'] };

/**
 * The same field for jobs, which are made of models that are known by name. With one choice alone the editor would take it
 * for a kind of authentication, and hide it together with the operation (n8n 2.40).
 */
export const jobModelSourceField: INodeProperties = {
  ...modelSourceField,
  default: 'api',
  displayOptions: { show: { operation: ['submit', 'getJob', 'getResults', 'cancel'] } },
  description: 'Where the models come from. Jobs need API: connected chat models take none.',
};

export const jobIdField: INodeProperties = {
  displayName: 'Job ID',
  name: 'jobId',
  type: 'string',
  required: true,
  default: '={{ $json.job.id }}',
  displayOptions: { show: ofJob },
  description: 'The job, as Submit Job named it',
};

export const submitNotice: INodeProperties = {
  displayName:
    'A provider takes up to 24 hours for a job. Until its results are collected, or Keep Results For is over, the queries and the fields of their items are kept. Static data has room for about a megabyte: choose Redis for more.',
  name: 'submitNotice',
  type: 'notice',
  default: '',
  displayOptions: { show: { operation: ['submit'], storage: ['staticData'] } },
};
