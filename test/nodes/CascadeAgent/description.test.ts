import { describe, expect, it } from '@jest/globals';
import {
  NodeHelpers,
  type INode,
  type INodeParameters,
  type INodeProperties,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { FEWEST_MODELS, MOST_MODELS, PRESETS, presetNames } from '../../../core';
import { CascadeAgent } from '../../../nodes/CascadeAgent/CascadeAgent.node';
import { CascadeAgentTool } from '../../../nodes/CascadeAgent/CascadeAgentTool.node';
import { labels } from '../../../nodes/CascadeAgent/parameters';
import { settingsFields } from '../../../nodes/shared/cascade/settingsFields';
import { evaluate } from '../../support/evaluate';
import { nodeNamed } from '../../support/nodeContext';
import { allProperties } from '../../support/nodeProperties';

const nodes: [string, INodeTypeDescription][] = [new CascadeAgent(), new CascadeAgentTool()].map(
  ({ description }) => [description.displayName, description],
);
const { description } = new CascadeAgent();
const all = allProperties(description.properties);

function propertyNamed(name: string): INodeProperties {
  const property = all.find((each) => each.name === name);
  if (!property) throw new Error(`There is no property ${name}`);
  return property;
}

const named = (properties: readonly INodeProperties[]) =>
  properties.map((property): [string, INodeProperties] => [property.name, property]);

describe.each(nodes)('%s', (_, { properties }) => {
  const fields = allProperties(properties).filter(({ type }) => type !== 'notice');

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

  it('has no two fields of one name in the same case', () => {
    const names = properties.map(({ name, displayOptions }) => name + JSON.stringify(displayOptions));
    expect(new Set(names).size).toBe(names.length);
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
    const shown = new Set(fields.map(({ displayName }) => displayName));
    expect([...labels.values()].filter((label) => !shown.has(label))).toEqual([]);
  });

  it('has a field for each of the settings that cascades share', () => {
    const names = fields.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(settingsFields.map(({ name }) => name)));
  });
});

describe('the defaults', () => {
  it('are those of the balanced preset', () => {
    expect(propertyNamed('preset').default).toBe('balanced');
    expect(propertyNamed('qualityThreshold').default).toBe(PRESETS.balanced.threshold);
    expect(propertyNamed('timeoutSeconds').default).toBe(PRESETS.balanced.timeoutMs / 1000);
    expect(propertyNamed('totalTimeoutSeconds').default).toBe(PRESETS.balanced.totalTimeoutMs / 1000);
    expect(propertyNamed('longestWaitSeconds').default).toBe(PRESETS.balanced.longestWaitMs / 1000);
    expect(propertyNamed('retries').default).toBe(PRESETS.balanced.retries);
    expect(propertyNamed('whenVerifierFails').default).toBe(PRESETS.balanced.whenVerifierFails);
  });

  it('offer every preset with the threshold it has', () => {
    const offered = (propertyNamed('preset').options ?? []).flatMap((option) =>
      'value' in option ? [option] : [],
    );
    expect(offered.map(({ value }) => value)).toEqual([...presetNames, 'profile']);
    for (const name of presetNames) {
      const text = offered.find(({ value }) => value === name)?.description;
      expect(text).toContain(`${String(Math.round(PRESETS[name].threshold * 100))} %`);
    }
  });

  it('connect two models and allow as many as core does', () => {
    const { default: initial, typeOptions } = propertyNamed('numberOfModels');
    expect(initial).toBe(FEWEST_MODELS);
    expect(typeOptions).toMatchObject({ minValue: FEWEST_MODELS, maxValue: MOST_MODELS });
  });

  it('take the query from the Chat Trigger, and one text field is shown for each source', () => {
    expect(propertyNamed('promptType').default).toBe('auto');
    const texts = description.properties.filter(({ name }) => name === 'text');
    expect(texts.map(({ displayOptions }) => displayOptions?.show?.['promptType'])).toEqual([
      ['auto'],
      ['define'],
    ]);
    expect(texts.map((text) => text.default as unknown)).toEqual(['={{ $json.chatInput }}', '']);
  });
});

describe('the nodes', () => {
  it.each(nodes)('%s asks for no credential as it is dragged in', (_, { credentials = [] }) => {
    const asked = credentials.filter(({ displayOptions }) =>
      Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
        values?.some((value) => value === propertyNamed(name).default),
      ),
    );
    expect(asked).toEqual([]);
  });

  it.each([
    ['balanced', 'Balanced'],
    ['costSaver', 'Cost Saver'],
    ['qualityFirst', 'Quality First'],
    ['lowLatency', 'Low Latency'],
    ['localFirst', 'Local First'],
    ['profile', 'From User Profile'],
    ['={{ $json.preset }}', '={{ $json.preset }}'],
  ])('are subtitled by their preset: %s', (preset, subtitle) => {
    for (const [, { subtitle: expression = '' }] of nodes)
      expect(evaluate(expression, { $parameter: { preset } })).toBe(subtitle);
  });

  it('have light and dark icons', () => {
    for (const [, { icon }] of nodes)
      expect(icon).toEqual({ light: 'file:cascadeAgent.svg', dark: 'file:cascadeAgent.dark.svg' });
  });
});

describe('where data is stored', () => {
  const shown = (parameters: INodeParameters) => {
    const given: INode = { ...nodeNamed('Agent'), parameters };
    const values = { ...parameters, storage: 'staticData' };
    return description.properties
      .filter((property) => NodeHelpers.displayParameter(values, property, given, description, values))
      .map(({ name }) => name)
      .filter((name) => /^(storage|staticDataNotice)$/.test(name));
  };

  it('is asked once, and what static data cannot do is said where there are users', () => {
    expect(shown({ profileFrom: 'none' })).toEqual(['storage']);
    expect(shown({ profileFrom: 'stored' })).toEqual(['storage', 'staticDataNotice']);
    expect(shown({ profileFrom: 'item' })).toEqual(['storage', 'staticDataNotice']);
  });
});

describe('the inputs', () => {
  const inputsFor = (inputs: INodeTypeDescription['inputs'], parameters: object) => {
    if (typeof inputs !== 'string') throw new TypeError('The inputs are no expression');
    return evaluate(inputs, { $parameter: { numberOfModels: 2, ...parameters } });
  };
  const inputsOf = (...given: Parameters<typeof inputsFor>) => {
    return (inputsFor(...given) as (string | { displayName: string })[]).map((input) =>
      typeof input === 'string' ? input : input.displayName,
    );
  };
  const tool = new CascadeAgentTool().description;

  it('are items, models, a memory and tools; a tool takes no items', () => {
    expect(inputsOf(description.inputs, {})).toEqual(['main', 'Drafter', 'Verifier', 'Memory', 'Tool']);
    expect(inputsOf(tool.inputs, {})).toEqual(['Drafter', 'Verifier', 'Memory', 'Tool']);
  });

  it('have no models where they come from an API', () => {
    expect(inputsOf(description.inputs, { modelSource: 'api' })).toEqual(['main', 'Memory', 'Tool']);
  });

  it('have a parser, which has to be there, when one is asked for', () => {
    expect(inputsFor(description.inputs, { hasOutputParser: true })).toEqual(
      expect.arrayContaining([
        { displayName: 'Parser', type: 'ai_outputParser', required: true, maxConnections: 1 },
      ]),
    );
  });

  it('lead to tools for an agent and to items for a workflow', () => {
    expect(description.outputs).toEqual(['main']);
    expect(tool.outputs).toEqual(['ai_tool']);
  });
});
