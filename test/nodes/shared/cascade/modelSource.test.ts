import { expect, it } from '@jest/globals';
import { readModelSource } from '../../../../nodes/shared/cascade/modelSource';
import { nodeContext } from '../../../support/nodeContext';

const read = (parameters: object) => readModelSource(nodeContext({ parameters: { ...parameters } }), 0);

it('is the connected chat models in a workflow that does not say', () => {
  expect(read({ numberOfModels: 3 })).toEqual({ kind: 'connected', count: 3 });
});

it('is the names, cheapest first, without the space around them', () => {
  const models = [' gpt-4o-mini', 'gpt-4o\n'];
  expect(read({ modelSource: 'api', models })).toEqual({ kind: 'api', names: ['gpt-4o-mini', 'gpt-4o'] });
});

it.each([
  [
    'an unknown source',
    { modelSource: 'web' },
    'Parameter "Model Source" is "web", but must be one of connected, api',
  ],
  [
    'no list',
    { models: undefined },
    'Parameter "Models" is missing, but must be a list of 2 to 5 model names',
  ],
  [
    'an empty list',
    { models: [] },
    'Parameter "Models" is a list of 0, but must be a list of 2 to 5 model names',
  ],
  [
    'one model',
    { models: ['a'] },
    'Parameter "Models" is a list of 1, but must be a list of 2 to 5 model names',
  ],
  [
    'six models',
    { models: ['a', 'b', 'c', 'd', 'e', 'f'] },
    'Parameter "Models" is a list of 6, but must be',
  ],
  ['a text', { models: 'a, b' }, 'Parameter "Models" is "a, b", but must be a list of 2 to 5 model names'],
  ['an empty name', { models: ['a', ''] }, 'Parameter "Models: 2" is empty, but must be a model\'s name'],
  ['a blank name', { models: ['  ', 'b'] }, 'Parameter "Models: 1" is "  ", but must be a model\'s name'],
  [
    'a row never filled in',
    { models: ['a', []] },
    'Parameter "Models: 2" is empty, but must be a model\'s name',
  ],
  ['a number', { models: ['a', 4] }, 'Parameter "Models: 2" is 4, but must be a model\'s name'],
  ['null', { models: [null, 'b'] }, 'Parameter "Models: 1" is null, but must be a model\'s name'],
])('refuses %s', (_, parameters, said) => {
  expect(() => read({ modelSource: 'api', ...parameters })).toThrow(said);
});
