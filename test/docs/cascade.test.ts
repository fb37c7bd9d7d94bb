import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v3';
import { CascadeAgent, DOMAINS, PRESETS, presetNames, type ChatModel, type Preset } from '../../core';
import { CascadeAgent as CascadeAgentNode } from '../../nodes/CascadeAgent/CascadeAgent.node';
import { presetLabels } from '../../nodes/shared/cascade/presetField';
import { allProperties } from '../support/nodeProperties';

const guide = readFileSync('docs/cascade.md', 'utf8');

/** The cells of each table row, by the first one. */
const rows = new Map(
  guide
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

const { properties } = new CascadeAgentNode().description;

const named = (name: string) => allProperties(properties).filter((property) => property.name === name);
const entriesOf = (name: string): string[] =>
  named(name).flatMap(({ options = [] }) =>
    options.flatMap((option) => ('displayName' in option ? [option.displayName] : [])),
  );
const choicesOf = (name: string): string[] =>
  named(name).flatMap(({ options = [] }) =>
    options.flatMap((option) => ('value' in option ? [option.name] : [])),
  );

describe('the guide to cascades', () => {
  const parameters = properties
    .filter(({ type }: INodeProperties) => !['notice', 'credentials', 'collection'].includes(type))
    .map(({ displayName }) => displayName);

  it.each([...new Set([...parameters, ...entriesOf('options'), ...entriesOf('guardrails')])])(
    'has a row for %s',
    (name) => {
      expect(rows.has(name)).toBe(true);
    },
  );

  it.each(
    ['judge', 'mode', 'routing', 'whenVerifierFails', 'apply', 'unknownUser', 'whenUnavailable'].flatMap(
      choicesOf,
    ),
  )('tells of %s', (name) => {
    expect(guide).toContain(name);
  });

  it.each(DOMAINS)('names the domain %s', (domain) => {
    expect(guide).toContain(domain);
  });

  const choice = (name: string, value: string) =>
    named(name).flatMap(({ options = [] }) =>
      options.flatMap((option) => ('value' in option && option.value === value ? [option.name] : [])),
    )[0];

  const cellsOf = (preset: Preset) => [
    String(preset.threshold),
    choice('routing', preset.routing),
    choice('mode', preset.mode),
    choice('judge', preset.judge),
    String(preset.samples),
    preset.logprobs ? 'on' : 'off',
    preset.verifyAlways.join(', ') || 'none',
    `${String(preset.timeoutMs / 1000)} s`,
    `${String(preset.totalTimeoutMs / 1000)} s`,
    String(preset.retries),
    `${String(preset.longestWaitMs / 1000)} s`,
    choice('whenVerifierFails', preset.whenVerifierFails),
  ];

  it.each(presetNames)('tells every value of the preset %s', (name) => {
    expect(rows.get(presetLabels[name])?.slice(1)).toEqual(cellsOf(PRESETS[name]));
  });

  it('shows the output that the engine gives', async () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
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
    expect(guide).toMatch(new RegExp(`\\[${source}\\]\\([^)]+\\) ${version} on ${date}\\.`));
  });

  it('links to files that exist', () => {
    const links = [...guide.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, file]) => `docs/${file ?? ''}`);
    expect(links.length).toBeGreaterThan(4);
    expect(links.filter((file) => !existsSync(file))).toEqual([]);
  });
});
