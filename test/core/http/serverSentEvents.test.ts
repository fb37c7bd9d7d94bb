import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { serverSentEvents } from '../../../core/http/serverSentEvents';
import { collected } from '../../support/collected';

async function* cut(text: string, at: readonly number[] = []): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const cuts = [...at].sort((a, b) => a - b).filter((place) => place < bytes.length);
  for (const [index, start] of [0, ...cuts].entries()) {
    yield await Promise.resolve(bytes.slice(start, cuts[index] ?? bytes.length));
  }
}

const eventsIn = (text: string, at?: readonly number[]) => collected(serverSentEvents(cut(text, at)));

describe('server-sent events', () => {
  it.each<[string, string, string[]]>([
    ['the data of each', 'data: a\n\ndata: b\n\n', ['a', 'b']],
    ['the lines of one', 'data: a\ndata: b\n\n', ['a\nb']],
    ['lines that end as on Windows', 'data: a\r\n\r\ndata: b\r\n\r\n', ['a', 'b']],
    ['lines that end as on old Macs', 'data: a\r\rdata: b\r\r', ['a', 'b']],
    ['no comments and no names', ': OPENROUTER PROCESSING\n\nevent: ping\nid: 1\ndata: a\n\n', ['a']],
    ['no space after the colon', 'data:a\n\n', ['a']],
    ['a byte order mark', '\uFEFFdata: a\n\n', ['a']],
    ['the last one without its empty line', 'data: a\n\ndata: b\n', ['a', 'b']],
    ['not one whose line did not arrive', 'data: a\n\ndata: {"b', ['a']],
    ['nothing in a page', '<html><body>It works!</body></html>', []],
    ['nothing in nothing', '', []],
  ])('%s', async (_, text, events) => {
    expect(await eventsIn(text)).toEqual(events);
  });

  it('are the same wherever the bytes are cut, within characters too', async () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify(text));
    const ends = fc.constantFrom('\n', '\r\n');
    await fc.assert(
      fc.asyncProperty(fc.array(line), ends, fc.array(fc.nat(200)), async (lines, end, cuts) => {
        const text = lines.map((data) => `data: ${data}${end}${end}`).join('');
        expect(await eventsIn(text, cuts)).toEqual(lines);
      }),
    );
  });

  it('hang up when nobody reads on', async () => {
    let isOpen = true;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield await Promise.resolve(new TextEncoder().encode('data: a\n\n'));
      } finally {
        isOpen = false;
      }
    }
    for await (const data of serverSentEvents(endless())) {
      expect(data).toBe('a');
      break;
    }
    expect(isOpen).toBe(false);
  });
});
