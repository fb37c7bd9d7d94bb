import { describe, expect, it } from '@jest/globals';
import {
  NodeHelpers,
  type INodeCredentialDescription,
  type INodeParameters,
  type INodeProperties,
} from 'n8n-workflow';
import { CORE_PII_TYPES, MODERATION_CATEGORIES, PII_TYPES } from '../../../core';
import { styles } from '../../../nodes/Guardrails/fields/redaction';
import { Guardrails } from '../../../nodes/Guardrails/Guardrails.node';
import { operations } from '../../../nodes/Guardrails/operations';
import { evaluate } from '../../support/evaluate';
import { nodeNamed } from '../../support/nodeContext';
import { allProperties } from '../../support/nodeProperties';

const { description } = new Guardrails();
const { properties } = description;
const all = allProperties(properties).filter(({ type }) => type !== 'notice');

/** As n8n fills in what the panel left as it was, and drops what it hides. */
function filledIn(given: INodeParameters): INodeParameters {
  const node = { ...nodeNamed('Guardrails'), parameters: given };
  return NodeHelpers.getNodeParameters(properties, given, true, false, node, description) ?? {};
}

function isShown(shown: INodeProperties | INodeCredentialDescription, parameters: INodeParameters): boolean {
  const node = { ...nodeNamed('Guardrails'), parameters };
  return NodeHelpers.displayParameter(parameters, shown, node, description);
}

const shownFor = (given: INodeParameters) => {
  const parameters = filledIn(given);
  return properties.filter((property) => isShown(property, parameters)).map(({ name }) => name);
};

const credentialsFor = (given: INodeParameters) => {
  const parameters = filledIn(given);
  return (description.credentials ?? [])
    .filter((credential) => isShown(credential, parameters))
    .map(({ name }) => name);
};

function valuesOf(name: string): unknown[] {
  const options = all.find((property) => property.name === name)?.options ?? [];
  return options.flatMap((option) => ('value' in option ? [option.value] : []));
}

const named = (list: readonly INodeProperties[]) =>
  list.map((property): [string, INodeProperties] => [property.name, property]);

describe('every property', () => {
  /** Each threshold of moderation is a category, which the list around them describes. */
  const described = all.filter(({ name }) => !MODERATION_CATEGORIES.some((category) => category === name));

  it.each(named(described))('%s is described', (_name, { description: text = '', displayName }) => {
    expect(text.length).toBeGreaterThan(10);
    expect(text).not.toBe(displayName);
  });

  it.each(named(all.filter(({ type, default: initial }) => type === 'string' && initial === '')))(
    '%s, which takes free text, gives an example',
    (_name, { placeholder }) => {
      expect(placeholder).toMatch(/^e\.g\. /);
    },
  );

  it.each(operations)('has a name of its own where it is shown: %s', (operation) => {
    const choices: INodeParameters[] = ['define', 'item', 'stored'].flatMap((checksFrom) =>
      ['auto', 'define', 'fields'].flatMap((textSource) =>
        ['item', 'store'].flatMap((mapIn) =>
          styles.map((style) => ({ operation, checksFrom, textSource, mapIn, style, storage: 'redis' })),
        ),
      ),
    );
    for (const given of choices) {
      const shown = shownFor(given);
      expect(shown).toEqual([...new Set(shown)]);
    }
  });

  it('is required only where no expression decides whether it is shown', () => {
    const mayBeUnclear = new Set(
      properties.filter(({ noDataExpression }) => noDataExpression !== true).map(({ name }) => name),
    );
    const required = properties.filter(({ required: must, default: initial }) => must && initial === '');
    for (const { displayOptions } of required) {
      const conditions = Object.keys(displayOptions?.show ?? {});
      expect(conditions.filter((name) => mayBeUnclear.has(name))).toEqual([]);
    }
  });

  it('is shown for operations that there are', () => {
    const shown = all.flatMap(({ displayOptions }) => [
      ...(displayOptions?.show?.['operation'] ?? []),
      ...(displayOptions?.show?.['/operation'] ?? []),
    ]);
    expect(valuesOf('operation')).toEqual([...operations]);
    expect(valuesOf('operation')).toEqual(expect.arrayContaining(shown));
  });
});

describe('the panel', () => {
  it.each<[string, INodeParameters, string[]]>([
    ['a check', {}, ['operation', 'textSource', 'text', 'checksFrom', 'guardrails', 'options']],
    [
      'a check by the stored profile',
      { checksFrom: 'stored' },
      [
        'operation',
        'textSource',
        'text',
        'checksFrom',
        'userId',
        'unknownUser',
        'storage',
        'staticDataNotice',
        'options',
      ],
    ],
    [
      'a check by the profile in the item',
      { checksFrom: 'item', textSource: 'fields' },
      ['operation', 'textSource', 'fields', 'checksFrom', 'profile', 'options'],
    ],
    [
      'a redaction that is restored from the item',
      { operation: 'redact' },
      ['operation', 'textSource', 'text', 'checksFrom', 'guardrails', 'style', 'mapIn', 'options'],
    ],
    [
      'a redaction for good',
      { operation: 'redact', style: 'hash', mapIn: 'store' },
      ['operation', 'textSource', 'text', 'checksFrom', 'guardrails', 'style', 'hashKey', 'options'],
    ],
    [
      'restoring from the store',
      { operation: 'restore', mapIn: 'store', storage: 'redis' },
      ['operation', 'textSource', 'text', 'mapIn', 'conversationId', 'storage', 'credentials', 'options'],
    ],
  ])('of %s shows what it needs', (_what, given, shown) => {
    expect(shownFor(given)).toEqual(shown);
  });

  it('asks for the conversation wherever values rest in the store', () => {
    for (const checksFrom of ['define', 'item', 'stored']) {
      const shown = shownFor({ operation: 'redact', checksFrom, mapIn: 'store' });
      expect(shown).toEqual(expect.arrayContaining(['conversationId', 'storage']));
    }
  });

  it('takes the text of a Chat Trigger, and to restore that of an agent', () => {
    expect(filledIn({ operation: 'check' })['text']).toBe('={{ $json.chatInput }}');
    expect(filledIn({ operation: 'redact' })['text']).toBe('={{ $json.chatInput }}');
    expect(filledIn({ operation: 'restore' })['text']).toBe('={{ $json.output }}');
  });

  it('leaves guardrails out that cannot be redacted, also those that an earlier choice left behind', () => {
    const guardrails = { pii: { value: {} }, moderation: { value: {} }, topicalAlignment: { value: {} } };
    const options = { moderateWith: ['chatModel', 'moderationApi'] };
    const redact = filledIn({ operation: 'redact', guardrails, options });
    expect(Object.keys(Object(redact['guardrails']) as object)).toEqual(['pii']);
    expect(redact['options']).toEqual({});
  });

  it('offers every kind of personal data, every category and every style', () => {
    expect(valuesOf('entities').sort()).toEqual([...PII_TYPES].sort());
    expect(valuesOf('style').sort()).toEqual([...styles].sort());
    const thresholds = all.find(({ name }) => name === 'thresholds')?.options ?? [];
    expect(thresholds.map(({ name }) => name).sort()).toEqual([...MODERATION_CATEGORIES].sort());
  });

  it('counts as common what core looks for by itself', () => {
    const common = all.find(({ name, options }) => name === 'type' && options)?.options ?? [];
    const text = common.flatMap((option) => ('value' in option ? [option] : []));
    const count = text.find(({ value }) => value === 'common')?.description?.split(',').length;
    expect(count).toBe(CORE_PII_TYPES.length);
  });
});

describe('the credentials', () => {
  it.each<[string[], INodeParameters]>([
    [[], {}],
    [[], { storage: 'redis' }],
    [[], { options: { moderateWith: ['builtIn', 'chatModel'] } }],
    [['cascadeLlmApi'], { options: { moderateWith: ['builtIn', 'moderationApi'] } }],
    [['cascadeLlmApi'], { checksFrom: 'item', options: { moderateWith: ['moderationApi'] } }],
    [[], { operation: 'redact', options: { moderateWith: ['moderationApi'] } }],
    [[], { checksFrom: 'stored' }],
    [['cascadeRedisApi'], { checksFrom: 'stored', storage: 'redis' }],
    [[], { operation: 'redact', storage: 'redis' }],
    [[], { operation: 'redact', style: 'label', mapIn: 'store', storage: 'redis' }],
    [['cascadeRedisApi'], { operation: 'redact', mapIn: 'store', storage: 'redis' }],
    [['cascadeRedisApi'], { operation: 'redact', checksFrom: 'item', mapIn: 'store', storage: 'redis' }],
    [[], { operation: 'restore', storage: 'redis' }],
    [['cascadeRedisApi'], { operation: 'restore', mapIn: 'store', storage: 'redis' }],
  ])('are %j for %j', (names, given) => {
    expect(credentialsFor(given)).toEqual(names);
  });

  it('have a test where n8n has none of its own', () => {
    expect(Object.keys(new Guardrails().methods.credentialTest)).toEqual(
      (description.credentials ?? []).flatMap(({ testedBy }) =>
        typeof testedBy === 'string' ? testedBy : [],
      ),
    );
  });
});

describe('the node', () => {
  it('is subtitled by its operation', () => {
    const choices = properties.find(({ name }) => name === 'operation')?.options ?? [];
    for (const choice of choices) {
      if (!('value' in choice)) throw new Error('An operation has no value');
      const subtitle = evaluate(description.subtitle ?? '', { $parameter: { operation: choice.value } });
      expect(subtitle).toBe(choice.name);
    }
  });

  it('is no tool of an agent, which could leave it out', () => {
    expect(description.usableAsTool).toBeUndefined();
  });

  it('has light and dark icons', () => {
    expect(description.icon).toEqual({ light: 'file:guardrails.svg', dark: 'file:guardrails.dark.svg' });
  });
});
