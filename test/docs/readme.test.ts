import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod/v3';
import { CascadeAgent, PRESETS, type ChatModel, type Preset } from '../../core';
import { CascadeLlmApi } from '../../credentials/CascadeLlmApi.credentials';
import { CascadeAgent as CascadeAgentNode } from '../../nodes/CascadeAgent/CascadeAgent.node';

const readme = readFileSync('README.md', 'utf8');
const { properties } = new CascadeAgentNode().description;

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
  const parameters = properties
    .filter(({ type }) => type !== 'collection')
    .map(({ displayName }) => displayName);
  const options = properties
    .flatMap((property) => (property.type === 'collection' ? (property.options ?? []) : []))
    .flatMap((option) => ('displayName' in option ? [option.displayName] : []));
  const fields = new CascadeLlmApi().properties.map(({ displayName }) => displayName);

  it.each([...new Set([...parameters, ...options, ...fields])])('has a row for %s', (name) => {
    expect(rows.has(name)).toBe(true);
  });

  const whenVerifierFails: Record<Preset['whenVerifierFails'], RegExp> = {
    best_draft: /best draft/,
    fail: /^fails/,
  };

  it.each([
    ['Balanced', PRESETS.balanced],
    ['Cost Saver', PRESETS.costSaver],
    ['Quality First', PRESETS.qualityFirst],
  ])('tells the values of the preset %s', (name, preset) => {
    const [, threshold, timeout, fallback] = rows.get(name) ?? [];
    expect(Number(threshold)).toBe(preset.threshold);
    expect(timeout).toBe(`${String(preset.timeoutMs / 1000)} s`);
    expect(fallback).toMatch(whenVerifierFails[preset.whenVerifierFails]);
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

  it('tells the version and the day of the price table', () => {
    const { source, version, date } = z
      .object({ source: z.string(), version: z.string(), date: z.string() })
      .parse(JSON.parse(readFileSync('core/models/prices/prices.generated.json', 'utf8')));
    expect(readme).toMatch(new RegExp(`\\[${source}\\]\\([^)]+\\) ${version} on ${date}\\.`));
  });

  it('links to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, file]) => file ?? '');
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((file) => !existsSync(file))).toEqual([]);
  });
});
