import { describe, expect, it } from '@jest/globals';
import type { IExecuteFunctions } from 'n8n-workflow';
import { LiveText } from '../../../nodes/CascadeAgent/liveText';
import { nodeContext, type Chunk } from '../../support/nodeContext';

/** Everything that is sent while the answer of the third item is written. */
function sentBy(write: (live: LiveText) => void, enabled = true): Chunk[] {
  const chunks: Chunk[] = [];
  const live = new LiveText(nodeContext({ chunks }), 2, enabled);
  write(live);
  return chunks;
}

describe('live text', () => {
  it('begins once, goes on piece by piece, and ends', () => {
    const sent = sentBy((live) => {
      live.taker?.('Par');
      live.taker?.('is.');
      live.end();
    });
    expect(sent).toEqual([
      ['begin', 2],
      ['item', 2, 'Par'],
      ['item', 2, 'is.'],
      ['end', 2],
    ]);
  });

  it('sets a refusal apart from what was written before it', () => {
    expect(
      sentBy((live) => {
        live.refuse('No.');
      }),
    ).toEqual([
      ['begin', 2],
      ['item', 2, 'No.'],
    ]);
    expect(
      sentBy((live) => {
        live.send('Once upon');
        live.refuse('No.');
      }),
    ).toEqual([
      ['begin', 2],
      ['item', 2, 'Once upon'],
      ['item', 2, '\n\nNo.'],
    ]);
  });

  it('neither begins nor ends without a word', () => {
    const sent = sentBy((live) => {
      live.send('');
      live.end();
    });
    expect(sent).toEqual([]);
  });

  it('is not written when the panel says no', () => {
    const sent = sentBy((live) => {
      expect(live.taker).toBeUndefined();
      live.send('Paris.');
      live.end();
    }, false);
    expect(sent).toEqual([]);
  });

  it('is not written when nobody listens', () => {
    const sent: Chunk[] = [];
    const deaf = Object.assign(nodeContext(), { sendChunk: (...chunk: Chunk) => sent.push(chunk) });
    const live = new LiveText(deaf, 0, true);
    live.send('Paris.');
    live.end();
    expect(live.taker).toBeUndefined();
    expect(sent).toEqual([]);
  });

  it('is not written by a tool, whose context knows nothing of it', () => {
    const methods = Object.entries(nodeContext()).filter(([name]) => !/^(isStreaming|sendChunk)$/.test(name));
    const tool = Object.fromEntries(methods) as unknown as IExecuteFunctions;
    expect(new LiveText(tool, 0, true).taker).toBeUndefined();
  });
});
