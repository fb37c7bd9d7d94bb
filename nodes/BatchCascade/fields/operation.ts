import type { INodeProperties } from 'n8n-workflow';

export const operationField: INodeProperties = {
  displayName: 'Operation',
  name: 'operation',
  type: 'options',
  noDataExpression: true,
  options: [
    {
      name: 'Cancel Job',
      value: 'cancel',
      action: 'Cancel a job',
      description: 'End a job at the provider. What is answered by then can still be collected.',
    },
    {
      name: 'Get Job',
      value: 'getJob',
      action: 'Get a job',
      description: 'See how far a job is',
    },
    {
      name: 'Get Results',
      value: 'getResults',
      action: 'Get the results of a job',
      description: 'Collect the answers of a job, and submit what the stronger models have to answer',
    },
    {
      name: 'Run Batch',
      value: 'run',
      action: 'Run a batch',
      description: 'Answer all incoming items, and wait for the answers',
    },
    {
      name: 'Submit Job',
      value: 'submit',
      action: 'Submit a job',
      description: "Hand all incoming items to the provider's batch API, and collect the answers hours later",
    },
  ],
  default: 'run',
  description: 'What to do with the incoming items',
};
