import type { INodeParameters } from 'n8n-workflow';

/** Of a node that checks the field text for all that can be found offline. */
export const checking: INodeParameters = {
  operation: 'check',
  textSource: 'define',
  text: '={{ $json.text }}',
  checksFrom: 'define',
  guardrails: {
    jailbreak: { value: { threshold: 0.5 } },
    moderation: { value: { strict: false } },
    pii: { value: { type: 'common' } },
    secretKeys: { value: { permissiveness: 'balanced' } },
  },
};

/** Of a node that redacts personal data in the field text. */
export const redacting: INodeParameters = {
  ...checking,
  operation: 'redact',
  guardrails: { pii: { value: { type: 'common' } } },
};
