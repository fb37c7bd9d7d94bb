import { expect, it } from '@jest/globals';
import { ToolCallPieces, type ToolCallPiece } from '../../../core/models/toolCallPieces';

it.each<[string, ToolCallPiece[], string[]]>([
  [
    'pieces in turns',
    [
      { index: 0, id: 'a', name: 'one' },
      { index: 1, id: 'b', name: 'two' },
      { index: 1, arguments: '{"y"' },
      { index: 0, arguments: '{"x"' },
      { index: 1, arguments: ':2}' },
      { index: 0, arguments: ':1}' },
    ],
    ['a one {"x":1}', 'b two {"y":2}'],
  ],
  [
    'an id in every piece',
    [
      { index: 0, id: 'a', name: 'one', arguments: '{' },
      { index: 0, id: 'a', arguments: '}' },
    ],
    ['a one {}'],
  ],
  [
    'every call counted as the first',
    [
      { index: 0, id: 'a', name: 'one', arguments: '{}' },
      { index: 0, id: 'b', name: 'one', arguments: '{}' },
    ],
    ['a one {}', 'b one {}'],
  ],
  [
    'no index',
    [{ id: 'a', name: 'one', arguments: '{' }, { arguments: '}' }, { name: 'two', arguments: '{}' }],
    ['a one {}', ' two {}'],
  ],
  ['nothing', [], []],
])('%s', (_, pieces, calls) => {
  const put = new ToolCallPieces();
  for (const piece of pieces) put.add(piece);
  expect(put.calls().map(({ id, name, arguments: written }) => `${id} ${name} ${written}`)).toEqual(calls);
});
