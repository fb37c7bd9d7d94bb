import type { INodeProperties } from 'n8n-workflow';
import { storeFields } from '../shared/tenants/storeFields';
import { guardrailFields } from './fields/guardrails';
import { optionsField } from './fields/options';
import { profileFields } from './fields/profile';
import { redactionFields } from './fields/redaction';
import { textFields } from './fields/text';
import { operationField } from './operations';

export const properties: INodeProperties[] = [
  operationField,
  ...textFields,
  ...profileFields,
  ...guardrailFields,
  ...redactionFields,
  ...storeFields('profiles and values to restore', {
    operation: ['check', 'redact'],
    checksFrom: ['stored'],
  }),
  ...storeFields('values to restore', {
    operation: ['redact'],
    checksFrom: ['define', 'item'],
    style: ['reversible'],
    mapIn: ['store'],
  }),
  ...storeFields('values to restore', { operation: ['restore'], mapIn: ['store'] }),
  optionsField,
];
