import type { INodeProperties } from 'n8n-workflow';

export const styles = ['reversible', 'label', 'numbered', 'mask', 'hash', 'remove'] as const;
export const mapPlaces = ['item', 'store'] as const;

/** What stands in the text for what was found, and how it is undone. */
export const redactionFields: INodeProperties[] = [
  {
    displayName: 'Replace With',
    name: 'style',
    type: 'options',
    options: [
      {
        name: 'Hash',
        value: 'hash',
        description:
          'A keyed hash, [EMAIL_x3Pf…]: the same value is always the same hash, and nobody can go back',
      },
      { name: 'Label', value: 'label', description: 'Only the kind, [EMAIL]' },
      { name: 'Mask', value: 'mask', description: 'A hint of the value, j***@*** or ****1111' },
      { name: 'Nothing', value: 'remove', description: 'Cut it out of the text' },
      {
        name: 'Numbered Label',
        value: 'numbered',
        description: 'The kind and a number, [EMAIL_1]: the same value has the same number',
      },
      {
        name: 'Placeholder to Restore',
        value: 'reversible',
        description: 'The kind and a number, [EMAIL_1], which Restore Text turns back into the value',
      },
    ],
    default: 'reversible',
    displayOptions: { show: { operation: ['redact'] } },
    description: 'What stands in the text in place of what was found',
  },
  {
    displayName: 'Hash Key',
    name: 'hashKey',
    type: 'string',
    typeOptions: { password: true },
    default: '',
    placeholder: 'e.g. {{ $vars.hashKey }}',
    displayOptions: { show: { operation: ['redact'], style: ['hash'] } },
    description:
      'A secret of at least 16 characters. Without it nobody can find out by trying which value a hash stands for.',
  },
  {
    displayName: 'Keep Values In',
    name: 'mapIn',
    type: 'options',
    noDataExpression: true,
    options: [
      {
        name: 'Item',
        value: 'item',
        description: 'The values travel with the item, in guardrails.map, as far as the workflow carries it',
      },
      {
        name: 'Store',
        value: 'store',
        description:
          'The values rest in the store for a while, by conversation, and placeholders stay the same through all of it',
      },
    ],
    default: 'item',
    displayOptions: { show: { operation: ['redact'], style: ['reversible'] } },
    description: 'Where the values wait to be restored',
  },
  {
    displayName: 'Values From',
    name: 'mapIn',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Item', value: 'item', description: 'Redact Text put them into the item' },
      { name: 'Store', value: 'store', description: 'Redact Text put them into the store' },
    ],
    default: 'item',
    displayOptions: { show: { operation: ['restore'] } },
    description: 'Where the values are that stood in the text',
  },
  {
    displayName: 'Values',
    name: 'map',
    type: 'json',
    required: true,
    default: '={{ $json.guardrails.map }}',
    displayOptions: { show: { operation: ['restore'], mapIn: ['item'] } },
    description:
      'What Redact Text put into guardrails.map. Behind a node that drops fields, such as AI Agent, take it from the Guardrails node itself.',
    hint: "Behind AI Agent: {{ $('Guardrails').item.json.guardrails.map }}",
  },
  ...['redact', 'restore'].map((operation): INodeProperties => ({
    displayName: 'Conversation ID',
    name: 'conversationId',
    type: 'string',
    // The style may be an expression, and n8n would ask for the field whatever that comes to.
    required: operation === 'restore',
    default: '',
    placeholder: 'e.g. {{ $json.sessionId }}',
    displayOptions: {
      show: {
        operation: [operation],
        ...(operation === 'redact' ? { style: ['reversible'] } : {}),
        mapIn: ['store'],
      },
    },
    description: 'Which conversation the values belong to; only the same one can restore them',
  })),
];
