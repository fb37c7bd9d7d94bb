import type { INodeProperties } from 'n8n-workflow';

const moderation = {
  name: 'Harmful Content',
  value: 'moderation',
  description: 'Hate, harassment, violence, self-harm, sexual content',
};
const personalData = {
  name: 'Personal Data',
  value: 'pii',
  description: 'E-mail addresses, phone and card numbers, IBANs and the like',
};
const injection = {
  name: 'Prompt Injection',
  value: 'injection',
  description: 'Attempts to overrule the instructions of the models',
};
const secrets = { name: 'Secrets', value: 'secrets', description: 'API keys, tokens, passwords' };

/** What keeps abuse and personal data out of queries and answers, whoever asks. */
export const guardrailFields: readonly INodeProperties[] = [
  {
    displayName: 'Guardrails',
    name: 'guardrails',
    type: 'collection',
    placeholder: 'Add Guardrail',
    default: {},
    description: 'What holds for every query, beside what the profile of the user asks for',
    options: [
      {
        displayName: 'Hide From Models',
        name: 'hideFromModels',
        type: 'multiOptions',
        options: [personalData, secrets],
        default: ['pii'],
        description:
          'What is replaced by placeholders before a model sees the query, and stands in the answer again. Tools are given the real values.',
      },
      {
        displayName: 'Redact in Answer',
        name: 'redactAnswer',
        type: 'multiOptions',
        options: [personalData, secrets],
        default: ['pii', 'secrets'],
        description:
          'What is replaced by a label such as [EMAIL] in the answer, unless the query itself had it',
      },
      {
        displayName: 'Refuse Answers With',
        name: 'refuseAnswers',
        type: 'multiOptions',
        options: [moderation, personalData, secrets],
        default: ['moderation'],
        description: 'What an answer must not have: it is not shown then',
      },
      {
        displayName: 'Refuse Queries With',
        name: 'refuseQueries',
        type: 'multiOptions',
        options: [moderation, personalData, injection, secrets],
        default: ['moderation', 'injection'],
        description: 'What a query must not have: no model is asked then',
      },
      {
        displayName: 'Strict',
        name: 'strict',
        type: 'boolean',
        default: true,
        description: 'Whether to refuse what is only doubtful',
      },
    ],
  },
];
