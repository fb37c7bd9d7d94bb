import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CascadeAgent, type ChatModel } from '../../core';
import { CascadeLlmApi } from '../../credentials/CascadeLlmApi.credentials';
import { presetLabels } from '../../nodes/shared/cascade/presetField';

const readme = readFileSync('README.md', 'utf8');
/** The cells of each table row, by the first one. */
const rows = new Map(
  readme
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .map((cells) => [cells[0] ?? '', cells]),
);

describe('the README', () => {
  const fields = new CascadeLlmApi().properties.map(({ displayName }) => displayName);

  it.each([...fields, ...Object.values(presetLabels)])('has a row for %s', (name) => {
    expect(rows.has(name)).toBe(true);
  });

  it('shows the output that the engine gives', async () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
    const chat: ChatModel = {
      complete: () =>
        Promise.resolve({
          text: 'Canberra.',
          toolCalls: [],
          finishReason: 'stop',
          usage: { inputTokens: 13, outputTokens: 10 },
        }),
    };
    const models = ['gpt-4o-mini', 'gpt-4o'].map((name) => ({ name, chat }));
    const { output, cascade } = await new CascadeAgent({ models }).run('What is the capital of Australia?');
    const latencyMs: unknown = expect.any(Number);
    const attempts = cascade.attempts.map((attempt) => ({ ...attempt, latencyMs }));
    expect(JSON.parse(example)).toEqual({ output, cascade: { ...cascade, latencyMs, attempts } });
  });

  it('links to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, file]) => file ?? '');
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((file) => !existsSync(file))).toEqual([]);
  });
});
