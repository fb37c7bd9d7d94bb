import { describe, expect, it } from '@jest/globals';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { RateLimitCheck } from '../../nodes/RateLimitCheck/RateLimitCheck.node';
import { UserProfile } from '../../nodes/UserProfile/UserProfile.node';
import { evaluate } from '../support/evaluate';
import { allProperties } from '../support/nodeProperties';

const nodes: [string, INodeTypeDescription][] = [new RateLimitCheck(), new UserProfile()].map(
  ({ description }) => [description.displayName, description],
);

const isNotice = ({ type }: INodeProperties) => type === 'notice';
const named = (properties: readonly INodeProperties[]) =>
  properties.map((property): [string, INodeProperties] => [property.name, property]);

function operationOf({ properties }: INodeTypeDescription): INodeProperties {
  const operation = properties.find(({ name }) => name === 'operation');
  if (!operation) throw new Error('There is no operation');
  return operation;
}

function choicesOf({ options = [] }: INodeProperties) {
  return options.flatMap((option) => ('value' in option ? [option] : []));
}

describe.each(nodes)('%s', (_, description) => {
  const all = allProperties(description.properties).filter((property) => !isNotice(property));

  it.each(named(all))('describes %s', (_name, { description: text = '', displayName }) => {
    expect(text.length).toBeGreaterThan(10);
    expect(text).not.toBe(displayName);
  });

  it.each(named(all.filter(({ type, default: initial }) => type === 'string' && initial === '')))(
    'gives an example of %s',
    (_name, { placeholder }) => {
      expect(placeholder).toMatch(/^e\.g\. /);
    },
  );

  it('has no two fields of one name in the same case', () => {
    const shown = description.properties.map(
      ({ name, displayOptions }) => name + JSON.stringify(displayOptions),
    );
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('shows each field for operations that there are', () => {
    const known = choicesOf(operationOf(description)).map(({ value }) => value);
    const shown = all.flatMap(({ displayOptions }) => [
      ...(displayOptions?.show?.['operation'] ?? []),
      ...(displayOptions?.show?.['/operation'] ?? []),
    ]);
    expect(known).toEqual(expect.arrayContaining(shown));
  });

  it('requires no field that is shown for a choice which may be an expression', () => {
    const choices = description.properties.filter(({ noDataExpression }) => noDataExpression !== true);
    const mayBeUnclear = new Set(choices.map(({ name }) => name));
    const required = description.properties.filter(
      ({ required: must, default: initial }) => must === true && initial === '',
    );
    for (const { displayOptions } of required) {
      const conditions = Object.keys(displayOptions?.show ?? {});
      expect(conditions.filter((name) => mayBeUnclear.has(name))).toEqual([]);
    }
  });

  it('is subtitled by its operation', () => {
    for (const { name, value } of choicesOf(operationOf(description))) {
      expect(evaluate(description.subtitle ?? '', { $parameter: { operation: value } })).toBe(name);
    }
  });

  it('asks for no credential as it is dragged in', () => {
    const asked = (description.credentials ?? []).filter(({ displayOptions }) =>
      Object.entries(displayOptions?.show ?? {}).every(([name, values]) => {
        const field = description.properties.find((property) => property.name === name);
        return values?.some((value) => value === field?.default);
      }),
    );
    expect(asked).toEqual([]);
  });

  it('can be a tool of an agent', () => {
    expect(description.usableAsTool).toBe(true);
  });
});
