import type { INodeProperties } from 'n8n-workflow';
import {
  modelCredentialField,
  modelNamesField,
  modelSourceField,
  numberOfModelsField,
} from '../shared/cascade/modelFields';
import { userPresetField } from '../shared/cascade/presetField';
import { guardrailFields } from '../shared/queries/guardrailFields';
import { outputParserFields } from '../shared/queries/outputParserFields';
import { ofUser, userFields } from '../shared/queries/userFields';
import { shownWhen } from '../shared/show';
import { storeFields } from '../shared/tenants/storeFields';
import { batchIdField, batchIdNotice, promptField, strategyFields } from './fields/batch';
import { jobIdField, jobModelSourceField, submitNotice } from './fields/jobs';
import { operationField } from './fields/operation';
import { optionsField } from './fields/options';

const running = { operation: ['run'] };
const asking = { operation: ['run', 'submit'] };

export const properties: INodeProperties[] = [
  operationField,
  jobIdField,
  ...shownWhen(asking, [promptField]),
  ...shownWhen(running, [modelSourceField, numberOfModelsField]),
  jobModelSourceField,
  modelCredentialField,
  ...shownWhen(asking, [modelNamesField]),
  ...shownWhen(asking, [userPresetField]),
  ...shownWhen(running, strategyFields),
  ...shownWhen(running, outputParserFields),
  ...shownWhen(running, [batchIdField]),
  ...shownWhen(asking, userFields),
  ...storeFields('batches, jobs, profiles and usage', {}, { ...asking, ...ofUser }),
  ...shownWhen(running, [batchIdNotice]),
  submitNotice,
  ...shownWhen(asking, guardrailFields),
  ...shownWhen(asking, [optionsField]),
];
