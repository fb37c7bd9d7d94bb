import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { IExecuteFunctions } from 'n8n-workflow';
import { Progress } from '../../../nodes/BatchCascade/progress';
import { nodeNamed, type Chunk } from '../../support/nodeContext';

const SECOND = 1000;

/** What the log, the browser and a listener are told. */
function listeners(mode: 'manual' | 'trigger' = 'trigger', streams = false) {
  const told = { log: [] as string[], browser: [] as unknown[], chunks: [] as Chunk[] };
  const context = {
    getNode: () => nodeNamed('Batch'),
    getMode: () => mode,
    logger: { info: (line: string) => told.log.push(line) },
    sendMessageToUI: (line: unknown) => told.browser.push(line),
    isStreaming: () => streams,
    sendChunk: (...chunk: Chunk) => told.chunks.push(chunk),
  };
  return { told, context: context as unknown as IExecuteFunctions };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the progress of a batch', () => {
  it('is told for each tenth, every five seconds at most, and at the end', () => {
    const { told, context } = listeners();
    const progress = new Progress(context, 100);
    for (let done = 1; done <= 100; done += 1) {
      jest.advanceTimersByTime(0.2 * SECOND);
      progress.item({ status: done % 10 === 0 ? 'failed' : 'done' });
    }
    expect(told.log).toEqual([
      'Batch: 25 of 100 queries done, 2 of them failed after 5 s',
      'Batch: 50 of 100 queries done, 5 of them failed after 10 s',
      'Batch: 75 of 100 queries done, 7 of them failed after 15 s',
      'Batch: 100 of 100 queries done, 10 of them failed after 20 s',
    ]);
    expect([told.browser, told.chunks]).toEqual([[], []]);
  });

  it('is told once a minute where queries take long', () => {
    const { told, context } = listeners();
    const progress = new Progress(context, 1000);
    for (let done = 1; done <= 6; done += 1) {
      jest.advanceTimersByTime(30 * SECOND);
      progress.item({ status: 'done' });
    }
    expect(told.log).toEqual([
      'Batch: 2 of 1000 queries done after 60 s',
      'Batch: 4 of 1000 queries done after 120 s',
      'Batch: 6 of 1000 queries done after 180 s',
    ]);
  });

  it('is shown in the browser of a run by hand', () => {
    const { told, context } = listeners('manual');
    new Progress(context, 1).item({ status: 'done' });
    expect(told.browser).toEqual(['Batch: 1 of 1 queries done after 0 s']);
  });

  it('is streamed to whoever listens, begun once and ended once', () => {
    const { told, context } = listeners('trigger', true);
    const progress = new Progress(context, 1);
    progress.jobs({ pass: 1, total: 4, answered: 3, failed: 1 });
    progress.jobs({ pass: 2, total: 2, answered: 0, failed: 0 });
    progress.item({ status: 'done' });
    progress.end();
    expect(told.chunks).toEqual([
      ['begin', 0],
      ['item', 0, '3 of 4 drafts have come from the provider, 1 of them failed\n'],
      ['item', 0, '0 of 2 answers of pass 2 have come from the provider\n'],
      ['item', 0, '1 of 1 queries done after 0 s\n'],
      ['end', 0],
    ]);
  });

  it('ends nothing that was not begun', () => {
    const { told, context } = listeners('trigger', true);
    new Progress(context, 5).end();
    expect(told.chunks).toEqual([]);
  });
});
