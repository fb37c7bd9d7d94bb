import { describe, expect, it } from '@jest/globals';
import type { StructuredChunk } from 'n8n-workflow';
import { leftBy, type BatchCase } from './support/batchWorkflow';
import { QUESTION, saying } from './support/modelScripts';

const items = Array.from({ length: 4 }, (_, id) => ({ query: `${QUESTION} ${String(id)}` }));

async function streamed(given: Partial<BatchCase> = {}): Promise<readonly StructuredChunk[]> {
  const chunks: StructuredChunk[] = [];
  await leftBy({ items, script: saying({ small: 'Paris.' }), chunks, mode: 'webhook', ...given });
  return chunks;
}

describe('Batch Cascade when somebody listens', () => {
  it('says how far it is, and no answer', async () => {
    const chunks = await streamed();
    expect(chunks.map(({ type }) => type)).toEqual(['begin', 'item', 'end']);
    expect(chunks[1]?.content).toBe('4 of 4 queries done after 0 s\n');
    expect(JSON.stringify(chunks)).not.toContain('Paris');
  });

  it('counts what has failed', async () => {
    const chunks = await streamed({ items: [...items, { query: '' }] });
    expect(chunks[1]?.content).toBe('5 of 5 queries done, 1 of them failed after 0 s\n');
  });

  it('says nothing where the trigger does not stream', async () => {
    expect(await streamed({ mode: 'trigger' })).toEqual([]);
  });
});
