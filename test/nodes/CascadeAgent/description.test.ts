import { describe, expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';
import { FEWEST_MODELS, MOST_MODELS, PRESETS, presetNames } from '../../../core';
import { CascadeAgent } from '../../../nodes/CascadeAgent/CascadeAgent.node';
import { evaluate } from '../../support/evaluate';

const { description } = new CascadeAgent();
const all = description.properties.flatMap(withChildren);

/** A property and all that stand within it. */
function withChildren(property: INodeProperties): INodeProperties[] {
  const children = (property.options ?? []).flatMap((option) => {
    if ('values' in option) return option.values;
    return 'type' in option ? [option] : [];
  });
  return [property, ...children.flatMap(withChildren)];
}

function propertyNamed(name: string): INodeProperties {
  const property = all.find((each) => each.name === name);
  if (!property) throw new Error(`There is no property ${name}`);
  return property;
}

describe('every property', () => {
  it.each(all.map((property): [string, INodeProperties] => [property.name, property]))(
    '%s is described',
    (_name, { description: text = '', displayName }) => {
      expect(text.length).toBeGreaterThan(10);
      expect(text).not.toBe(displayName);
    },
  );

  it.each(
    all
      .filter(({ type, default: initial }) => type === 'string' && initial === '')
      .map((property): [string, INodeProperties] => [property.name, property]),
  )('%s, which takes free text, gives an example', (_name, { placeholder }) => {
    expect(placeholder).toMatch(/^e\.g\. /);
  });

  it('has a name of its own where it is shown', () => {
    const names = description.properties.map(
      ({ name, displayOptions }) => name + JSON.stringify(displayOptions),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the defaults', () => {
  it('are those of the balanced preset', () => {
    expect(propertyNamed('preset').default).toBe('balanced');
    expect(propertyNamed('qualityThreshold').default).toBe(PRESETS.balanced.threshold);
    expect(propertyNamed('timeoutSeconds').default).toBe(PRESETS.balanced.timeoutMs / 1000);
  });

  it('offer every preset with the threshold it has', () => {
    const offered = (propertyNamed('preset').options ?? []).flatMap((option) =>
      'value' in option ? [option] : [],
    );
    expect(offered.map(({ value }) => value)).toEqual([...presetNames]);
    for (const { value, description: text } of offered) {
      const preset = presetNames.find((name) => name === value);
      const threshold = preset && PRESETS[preset].threshold;
      expect(text).toContain(`${String(Math.round((threshold ?? 0) * 100))} %`);
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

describe('the node', () => {
  it('asks for no credential as it is dragged in', () => {
    const asked = (description.credentials ?? []).filter(({ displayOptions }) =>
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
  ])('is subtitled by its preset: %s', (preset, subtitle) => {
    expect(evaluate(description.subtitle ?? '', { $parameter: { preset } })).toBe(subtitle);
  });

  it('has light and dark icons', () => {
    expect(description.icon).toEqual({ light: 'file:cascadeAgent.svg', dark: 'file:cascadeAgent.dark.svg' });
  });
});
