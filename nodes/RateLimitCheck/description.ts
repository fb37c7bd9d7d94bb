import type { INodeProperties } from 'n8n-workflow';
import { storeFields } from '../shared/tenants/storeFields';
import { userIdField } from '../shared/tenants/userId';
import { checks, limitOperations, operationField } from './operations';
import { optionsField } from './optionFields';
import { profileFields } from './profileFields';

const estimatedCost: INodeProperties = {
  displayName: 'Estimated Cost (USD)',
  name: 'estimatedCost',
  type: 'number',
  default: 0,
  typeOptions: { minValue: 0 },
  displayOptions: { show: { operation: [...checks] } },
  description:
    'What the request will probably cost, in US dollars. It counts against the daily budget until Record Cost replaces it.',
};

/** No number: one that nobody chose would settle requests at a wrong cost in silence. */
const COST_OF_CASCADE_AGENT = '={{ $json.cascade?.costUsd }}';

const costFields: INodeProperties[] = [
  {
    displayName: 'Reservation ID',
    name: 'reservationId',
    type: 'string',
    default: '={{ $json.rateLimit?.reservationId }}',
    displayOptions: { show: { operation: ['recordCost', 'release'] } },
    description: 'The reservation of the request, as Check and Count gave it',
  },
  {
    ...userIdField({ operation: ['recordCost'] }),
    required: false,
    description: 'Whose request to count when it has no reservation ID',
  },
  {
    displayName: 'Cost (USD)',
    name: 'cost',
    type: 'number',
    required: true,
    default: COST_OF_CASCADE_AGENT,
    typeOptions: { minValue: 0 },
    displayOptions: { show: { operation: ['recordCost'] } },
    description: 'What the request really cost, in US dollars, for example as Cascade Agent tells it',
  },
];

export const properties: INodeProperties[] = [
  operationField,
  userIdField({ operation: [...limitOperations, 'resetUser'] }),
  ...profileFields,
  estimatedCost,
  ...costFields,
  ...storeFields('profiles and usage'),
  optionsField,
];
