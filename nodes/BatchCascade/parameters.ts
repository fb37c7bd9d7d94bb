import { batchOptionNames } from './fields/options';

/** The parameters that decide about a query and its answer, by their names in the panel. */
export const queryParameterNames = [
  'text',
  'modelSource',
  'numberOfModels',
  'models',
  'preset',
  'hasOutputParser',
  'profileFrom',
  'userId',
  'profile',
  'unknownUser',
  'apply',
  'guardrails',
  'options',
] as const;

/**
 * Options that change nothing about an answer that is there: how a batch is worked on, how long something may take, how
 * it is counted, kept and shown. Who raises a limit and runs a batch again does not want to pay its answers twice.
 */
export const optionsBesideAnswer: ReadonlySet<string> = new Set([
  ...batchOptionNames,
  'auditPercent',
  'cacheMinutes',
  'estimatedCost',
  'includeInputFields',
  'learn',
  'longestWaitSeconds',
  'modelPrices',
  'reservationId',
  'retries',
  'returnTrace',
  'timeoutSeconds',
  'totalTimeoutSeconds',
  'whenUnavailable',
]);
