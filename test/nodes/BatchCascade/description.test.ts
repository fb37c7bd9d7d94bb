import { describe, expect, it } from '@jest/globals';
import {
  NodeHelpers,
  type INode,
  type INodeParameters,
  type INodeProperties,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { BATCH_STRATEGIES } from '../../../core';
import { BatchCascade } from '../../../nodes/BatchCascade/BatchCascade.node';
import { operations } from '../../../nodes/BatchCascade/operations';
import { optionsBesideAnswer, queryParameterNames } from '../../../nodes/BatchCascade/parameters';
import { labels } from '../../../nodes/BatchCascade/settings';
import { settingsFields } from '../../../nodes/shared/cascade/settingsFields';
import { queryOptionFields } from '../../../nodes/shared/queries/optionFields';
import { evaluate } from '../../support/evaluate';
import { nodeNamed } from '../../support/nodeContext';
import { allProperties } from '../../support/nodeProperties';

const { description } = new BatchCascade();
const { properties } = description;
const fields = allProperties(properties).filter(({ type }) => type !== 'notice');

const named = (given: readonly INodeProperties[]) =>
  given.map((property): [string, INodeProperties] => [property.name, property]);

function valuesOf(name: string): unknown[] {
  const options = fields.find((field) => field.name === name)?.options ?? [];
  return options.flatMap((option) => ('value' in option ? [option.value] : []));
}

/** The parameters as n8n fills them in, and the fields that it shows for them. */
function panel(parameters: INodeParameters): { values: INodeParameters; shown: INodeProperties[] } {
  const given: INode = { ...nodeNamed('Batch'), parameters };
  const values = NodeHelpers.getNodeParameters(properties, parameters, true, false, given, description) ?? {};
  const shown = properties.filter((property) =>
    NodeHelpers.displayParameter(values, property, given, description, values),
  );
  return { values, shown };
}

const shownFor = (parameters: INodeParameters) => panel(parameters).shown.map(({ name }) => name);

describe('the panel of Batch Cascade', () => {
  it.each(named(fields))('describes %s', (_name, { description: text = '', displayName }) => {
    expect(text.length).toBeGreaterThan(10);
    expect(text).not.toBe(displayName);
  });

  it.each(named(fields.filter(({ type, default: initial }) => type === 'string' && initial === '')))(
    'gives an example of %s, which takes free text',
    (_name, { placeholder }) => {
      expect(placeholder).toMatch(/^e\.g\. /);
    },
  );

  it('shows no two fields of one name', () => {
    for (const operation of operations)
      for (const modelSource of ['api', 'connected']) {
        const names = shownFor({ operation, modelSource, storage: 'staticData' }).filter(
          (name) => name !== 'credentials',
        );
        expect(new Set(names).size).toBe(names.length);
      }
  });

  it.each(named(fields.filter(({ type }) => type === 'collection')))(
    'lists %s by their names',
    (_name, { options = [] }) => {
      const names = options.flatMap((option) => ('displayName' in option ? [option.displayName] : []));
      expect(names.length).toBeGreaterThan(3);
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)));
    },
  );

  it('calls what core checks as its fields are called', () => {
    const displayNames = new Set(fields.map(({ displayName }) => displayName));
    expect([...labels.values()].filter((label) => !displayNames.has(label))).toEqual([]);
  });

  it('has every option of a query', () => {
    const names = fields.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([...settingsFields, ...queryOptionFields].map(({ name }) => name)),
    );
  });

  it('offers every strategy of core', () => {
    expect(valuesOf('strategy')).toHaveLength(BATCH_STRATEGIES.length);
    expect(new Set(valuesOf('strategy'))).toEqual(new Set(BATCH_STRATEGIES));
  });

  it('knows every parameter that decides about an answer', () => {
    const names = new Set(fields.map(({ name }) => name));
    expect([...queryParameterNames, ...optionsBesideAnswer].filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('the fields of an operation', () => {
  it('are, to run a batch', () => {
    expect(shownFor({ operation: 'run' })).toEqual([
      'operation',
      'text',
      'modelSource',
      'numberOfModels',
      'preset',
      'strategy',
      'hasOutputParser',
      'batchId',
      'profileFrom',
      'storage',
      'guardrails',
      'options',
    ]);
  });

  it('are, to run a batch of models by name, for users, under an ID, many at once', () => {
    const parameters = {
      operation: 'run',
      modelSource: 'api',
      strategy: 'parallel',
      batchId: 'nightly',
      profileFrom: 'stored',
    };
    expect(shownFor(parameters)).toEqual([
      'operation',
      'text',
      'modelSource',
      'credentials',
      'models',
      'preset',
      'strategy',
      'queriesAtOnce',
      'hasOutputParser',
      'batchId',
      'profileFrom',
      'userId',
      'unknownUser',
      'apply',
      'storage',
      'staticDataNotice',
      'batchIdNotice',
      'guardrails',
      'options',
    ]);
  });

  it('are, to submit a job', () => {
    expect(shownFor({ operation: 'submit' })).toEqual([
      'operation',
      'text',
      'modelSource',
      'credentials',
      'models',
      'preset',
      'profileFrom',
      'storage',
      'submitNotice',
      'guardrails',
      'options',
    ]);
  });

  it.each(['getJob', 'getResults', 'cancel'])('are, to %s, what finds it', (operation) => {
    expect(shownFor({ operation })).toEqual(['operation', 'jobId', 'modelSource', 'credentials', 'storage']);
    expect(panel({ operation }).values).toMatchObject({
      modelSource: 'api',
      jobId: '={{ $json.job.id }}',
    });
  });

  it('have options of their own', () => {
    const optionsFor = (parameters: INodeParameters) => {
      const { values } = panel(parameters);
      const given: INode = { ...nodeNamed('Batch'), parameters };
      const { options = [] } = properties.find(({ name }) => name === 'options') ?? {};
      return options
        .filter((option): option is INodeProperties => 'type' in option)
        .filter((option) => NodeHelpers.displayParameter({}, option, given, description, values))
        .map(({ name }) => name);
    };
    const ofRun = [
      'answerDuplicatesOnce',
      'longestWaitMinutes',
      'maxBatchCostUsd',
      'stopOnError',
      'totalMinutes',
    ];
    expect(optionsFor({ operation: 'run' })).toEqual(
      expect.arrayContaining([...ofRun, 'jobWaitMinutes', 'maxConcurrency']),
    );
    expect(optionsFor({ operation: 'run' })).not.toContain('limitScope');
    expect(optionsFor({ operation: 'run', profileFrom: 'stored' })).toContain('limitScope');
    const sequential = optionsFor({ operation: 'run', strategy: 'sequential' });
    for (const name of ['jobWaitMinutes', 'jobFallback', 'maxConcurrency'])
      expect(sequential).not.toContain(name);
    const submitted = optionsFor({ operation: 'submit' });
    for (const name of [...ofRun, 'jobWaitMinutes', 'jobFallback']) expect(submitted).not.toContain(name);
    expect(submitted).toEqual(expect.arrayContaining(['keepHours', 'jobDiscountPercent', 'retries']));
  });
});

describe('the node', () => {
  const credentialsFor = (parameters: INodeParameters) => {
    const { values } = panel(parameters);
    return (description.credentials ?? [])
      .filter((credential) =>
        NodeHelpers.displayParameter(values, credential, { typeVersion: 1 }, description, values),
      )
      .map(({ name }) => name);
  };

  it('asks for a credential where it is needed, and for none as it is dragged in', () => {
    expect(credentialsFor({})).toEqual([]);
    expect(credentialsFor({ modelSource: 'api' })).toEqual(['cascadeLlmApi']);
    expect(credentialsFor({ storage: 'redis' })).toEqual(['cascadeRedisApi']);
    for (const operation of ['submit', 'getJob', 'getResults', 'cancel'])
      expect(credentialsFor({ operation, storage: 'redis' })).toEqual(['cascadeLlmApi', 'cascadeRedisApi']);
  });

  it.each([
    [{ operation: 'run', strategy: 'auto' }, 'Auto'],
    [{ operation: 'run', strategy: 'adaptive' }, 'Adaptive'],
    [{ operation: 'run', strategy: 'parallel' }, 'Parallel'],
    [{ operation: 'run', strategy: 'sequential' }, 'Sequential'],
    [{ operation: 'run', strategy: 'provider_batch' }, 'Provider Batch API'],
    [{ operation: 'run', strategy: '={{ $json.strategy }}' }, '={{ $json.strategy }}'],
    [{ operation: 'submit' }, 'Submit Job'],
    [{ operation: 'getJob' }, 'Get Job'],
    [{ operation: 'getResults' }, 'Get Results'],
    [{ operation: 'cancel' }, 'Cancel Job'],
  ])('is subtitled by what it does: %j', ($parameter, subtitle) => {
    expect(evaluate(description.subtitle ?? '', { $parameter })).toBe(subtitle);
  });

  it('has light and dark icons, and is no tool of an agent', () => {
    expect(description.icon).toEqual({ light: 'file:batchCascade.svg', dark: 'file:batchCascade.dark.svg' });
    expect(description.usableAsTool).toBeUndefined();
  });
});

describe('the ways in and out', () => {
  const namesIn = (
    ports: INodeTypeDescription['inputs'] | INodeTypeDescription['outputs'],
    $parameter: object,
  ) => {
    if (typeof ports !== 'string') throw new TypeError('The ports are no expression');
    return (evaluate(ports, { $parameter }) as (string | { displayName: string })[]).map((port) =>
      typeof port === 'string' ? port : port.displayName,
    );
  };
  const inputsOf = (more: object) =>
    namesIn(description.inputs, { operation: 'run', modelSource: 'connected', numberOfModels: 2, ...more });

  it('are items and models, and a parser when one is asked for', () => {
    expect(inputsOf({})).toEqual(['main', 'Drafter', 'Verifier']);
    expect(inputsOf({ hasOutputParser: true })).toEqual(['main', 'Drafter', 'Verifier', 'Parser']);
    expect(inputsOf({ numberOfModels: 3 })).toEqual(['main', 'Draft 1', 'Draft 2', 'Verifier']);
    expect(inputsOf({ modelSource: 'api' })).toEqual(['main']);
    expect(inputsOf({ operation: 'submit', modelSource: 'api', hasOutputParser: true })).toEqual(['main']);
  });

  it.each([
    ['run', ['Results', 'Failed', 'Summary']],
    ['getResults', ['Results', 'Failed', 'Summary']],
    ['submit', ['Job']],
    ['getJob', ['Job']],
    ['cancel', ['Job']],
    ['anything', ['Results', 'Failed', 'Summary']],
  ])('lead, for %s, to %j', (operation, outputs) => {
    expect(namesIn(description.outputs, { operation })).toEqual(outputs);
  });
});
