import type { INodeProperties } from 'n8n-workflow';
import { columnNamesField } from '../../shared/tenants/mapping';

export const engines = ['builtIn', 'chatModel', 'moderationApi'] as const;

export const optionsField: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add Option',
  default: {},
  description: 'Settings that most workflows leave as they are',
  options: [
    {
      ...columnNamesField,
      displayOptions: { show: { '/operation': ['check', 'redact'], '/checksFrom': ['item'] } },
    },
    {
      displayName: 'If a Model Fails',
      name: 'onEngineFailure',
      type: 'options',
      options: [
        {
          name: 'Fail',
          value: 'fail',
          description: 'Fail the item with an error',
        },
        {
          name: 'Refuse',
          value: 'refuse',
          description: 'Treat the text as a violation: the item leaves by Fail',
        },
        {
          name: 'Use Built-In Checks',
          value: 'built-in',
          description:
            'Let the built-in checks decide, and say so in the item. What only a model can judge fails the item.',
        },
      ],
      default: 'built-in',
      displayOptions: { show: { '/operation': ['check'] } },
      description: 'What to do when the chat model or the moderation API does not answer',
    },
    {
      displayName: 'Include Input Fields',
      name: 'includeInputFields',
      type: 'boolean',
      default: true,
      description:
        "Whether to keep the incoming item's fields beside the result. A field that holds the very text holds the redacted or restored one afterwards.",
    },
    {
      displayName: 'Keep Values For',
      name: 'keepHours',
      type: 'number',
      default: 24,
      typeOptions: { minValue: 1, maxValue: 720 },
      displayOptions: { show: { '/operation': ['redact'], '/mapIn': ['store'] } },
      description: 'Hours for which the store keeps the values of a conversation after their last use',
    },
    {
      displayName: 'Moderate With',
      name: 'moderateWith',
      type: 'multiOptions',
      options: [
        { name: 'Built-In', value: 'builtIn', description: 'Offline, in well under a millisecond' },
        { name: 'Chat Model', value: 'chatModel', description: 'A connected chat model judges' },
        {
          name: 'Moderation API',
          value: 'moderationApi',
          description: "OpenAI's moderation endpoint, or a compatible one, by credential",
        },
      ],
      default: ['builtIn'],
      displayOptions: { show: { '/operation': ['check'] } },
      description:
        'Who moderates the text. With several, each can find a violation. The moderation API asks for its credential as long as it is chosen here.',
    },
    {
      displayName: 'Moderation Model',
      name: 'moderationModel',
      type: 'string',
      default: 'omni-moderation-latest',
      displayOptions: { show: { '/operation': ['check'] } },
      description: 'Name of the model that the moderation API is asked for',
    },
    {
      displayName: 'Timeout',
      name: 'timeoutSeconds',
      type: 'number',
      default: 30,
      typeOptions: { minValue: 1, maxValue: 600 },
      displayOptions: { show: { '/operation': ['check'] } },
      description: 'Seconds that the chat model and the moderation API each have for their verdict',
    },
  ],
};
