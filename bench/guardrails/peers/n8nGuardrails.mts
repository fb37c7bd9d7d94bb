import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod/v3';
import { ensureN8n } from '../../../scripts/n8n/ensureN8n.mts';
import type { TypedSpan } from '../spans/span.mts';
import type { PersonalDataFinder, SecretFinder } from './contestant.mts';

const FOLDER = ['node_modules', '@n8n', 'n8n-nodes-langchain', 'dist', 'nodes', 'Guardrails'];

/** n8n's names of the types that we have too. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['EMAIL_ADDRESS', 'email'],
  ['PHONE_NUMBER', 'phone'],
  ['US_SSN', 'ssn'],
  ['CREDIT_CARD', 'credit_card'],
  ['IP_ADDRESS', 'ip_address'],
  ['IBAN_CODE', 'iban'],
]);

interface PersonalDataResult {
  readonly info: {
    readonly analyzerResults: readonly { readonly entityType: string; readonly text: string }[];
  };
}

interface SecretsResult {
  readonly info: { readonly detectedSecrets: readonly string[] };
}

const personalDataModule = z.object({
  createPiiCheckFn:
    functionSchema<(config: { entities: readonly string[] }) => (text: string) => PersonalDataResult>(),
});
const secretsModule = z.object({
  createSecretKeysCheckFn:
    functionSchema<(config: { threshold: 'balanced' }) => (text: string) => SecretsResult>(),
});
const redactionModule = z.object({
  applyPreflightModifications:
    functionSchema<(text: string, results: readonly PersonalDataResult[]) => string>(),
});

/** What n8n's own Guardrails node finds without a model: the types that we have too, secrets at its default. */
export interface N8nGuardrails {
  readonly personalData: PersonalDataFinder;
  readonly secrets: SecretFinder;
}

/** Of the n8n that the scripts run. @throws Error when it cannot be installed, or is not made as expected */
export async function n8nGuardrails(): Promise<N8nGuardrails> {
  const folder = join(await ensureN8n(), ...FOLDER);
  const load = createRequire(import.meta.url);
  const part = (path: string): unknown => load(join(folder, path));
  const { createPiiCheckFn } = personalDataModule.parse(part('actions/checks/pii.js'));
  const { createSecretKeysCheckFn } = secretsModule.parse(part('actions/checks/secretKeys.js'));
  const { applyPreflightModifications } = redactionModule.parse(part('helpers/preflight.js'));
  const checkPersonalData = createPiiCheckFn({ entities: [...TYPES.keys()] });
  const checkSecrets = createSecretKeysCheckFn({ threshold: 'balanced' });
  return {
    personalData: {
      name: 'n8n',
      find: (text) =>
        located(
          text,
          checkPersonalData(text).info.analyzerResults.map(({ entityType, text: value }) => ({
            type: TYPES.get(entityType) ?? entityType,
            value,
          })),
        ),
      redact: (text) => applyPreflightModifications(text, [checkPersonalData(text)]),
    },
    secrets: {
      name: 'n8n',
      find: (text) =>
        located(
          text,
          checkSecrets(text).info.detectedSecrets.map((value) => ({ type: 'secret', value })),
        ),
    },
  };
}

/** Takes its word for the type: a function is all that can be seen of it. */
function functionSchema<Fn>(): z.ZodType<Fn> {
  return z.custom<Fn>((given) => typeof given === 'function');
}

/** It gives values without places: those of a type come in the order of the text. */
function located(
  text: string,
  found: readonly { readonly type: string; readonly value: string }[],
): readonly TypedSpan[] {
  const searched = new Map<string, number>();
  return found.flatMap(({ type, value }) => {
    const start = text.indexOf(value, searched.get(type) ?? 0);
    if (start < 0) return [];
    const end = start + value.length;
    searched.set(type, end);
    return [{ type, start, end }];
  });
}
