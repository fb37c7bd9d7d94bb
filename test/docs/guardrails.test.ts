import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';
import {
  ContentModerator,
  Guardrails,
  MODERATION_CATEGORIES,
  PiiDetector,
  type GuardrailRule,
} from '../../core';
import { Guardrails as GuardrailsNode } from '../../nodes/Guardrails/Guardrails.node';
import { checkReport } from '../../nodes/Guardrails/report';
import { asRecord } from '../../nodes/shared/shape';
import { allProperties } from '../support/nodeProperties';

const guide = readFileSync('docs/guardrails.md', 'utf8');
const readme = readFileSync('README.md', 'utf8');

/** The words of tables, headings and texts, without their emphasis and their line breaks. */
const words = guide.replace(/[*_`]/g, '').replace(/\s+/g, ' ');

const { properties } = new GuardrailsNode().description;

const named = (name: string) => allProperties(properties).filter((property) => property.name === name);
const labels = (all: readonly INodeProperties[]) => all.map(({ displayName }) => displayName);
const choices = (name: string) =>
  named(name).flatMap(({ options = [] }) =>
    options.flatMap((option) => ('value' in option ? [option.name] : [])),
  );
const entries = (name: string) =>
  named(name).flatMap(({ options = [] }) =>
    options.flatMap((option) => ('type' in option ? [option.displayName] : [])),
  );

/** The rows of the table whose first column has this title. */
function rowsOf(title: string): readonly (readonly string[])[] {
  const [, table = ''] = guide.split(new RegExp(`^\\| ${title} .*\\n\\|[ |-]+\\n`, 'm'));
  return table
    .slice(0, table.indexOf('\n\n'))
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => cells.slice(1, -1));
}

describe('the guide to guardrails', () => {
  const parameters = properties.filter(
    ({ type }) => type !== 'notice' && type !== 'credentials' && type !== 'collection',
  );

  it.each([
    ...new Set([
      ...labels(parameters),
      ...entries('options'),
      ...entries('guardrails'),
      ...['operation', 'style', 'onEngineFailure', 'moderateWith', 'entities', 'checksFrom'].flatMap(choices),
      ...MODERATION_CATEGORIES,
    ]),
  ])('tells of %s', (name) => {
    expect(words).toContain(name);
  });

  const offline: readonly GuardrailRule[] = [
    { guardrail: 'moderation' },
    { guardrail: 'pii' },
    { guardrail: 'secrets' },
    { guardrail: 'injection' },
  ];

  it.each(rowsOf('Text').map(([text = '', found = '']) => [text, found]))(
    'says what is found in "%s": %s',
    async (text, found) => {
      const { violations } = await new Guardrails({ rules: offline }).check(text);
      const categories = violations.map(({ category }) => category);
      expect(categories.length === 0 ? 'nothing' : categories.join(', ')).toBe(found);
    },
  );

  it('tells the thresholds of moderation', () => {
    const thresholdOf = (strict: boolean) =>
      new ContentModerator({ strict }).check('I will stab you tonight.').violations[0]?.threshold;
    expect(words).toContain(
      `${String(thresholdOf(false))} by default and ${String(thresholdOf(true))} with Strict`,
    );
  });

  it.each([
    ['Placeholder to Restore', 'reversible'],
    ['Label', 'label'],
    ['Numbered Label', 'numbered'],
    ['Mask', 'mask'],
    ['Nothing', 'remove'],
  ] as const)('shows what %s puts in place of a value', (name, style) => {
    const [, shown = ''] = rowsOf('Replace With').find(([first]) => first === name) ?? [];
    const detector = new PiiDetector();
    const text = 'jane@corp.com';
    const [redacted] =
      style === 'reversible' ? detector.redact(text, { style }) : detector.redact(text, { style });
    expect(shown.replaceAll('`', '')).toBe(redacted);
  });

  it('has the defaults of the options', () => {
    const rows = new Map(rowsOf('Option').map(([name, shown]) => [name, shown]));
    for (const option of named('options').flatMap(({ options = [] }) => options)) {
      if (!('type' in option)) continue;
      expect([option.displayName, rows.get(option.displayName)]).toEqual([
        option.displayName,
        defaultOf(option),
      ]);
    }
  });

  it.each([
    ['the guide', guide],
    ['the README', readme],
  ])('and %s shows what the node gives', async (_, page) => {
    const example = [...page.matchAll(/```json\n([\s\S]*?)```/g)]
      .map(([, json = '']) => asRecord(JSON.parse(json)))
      .find((json) => 'guardrails' in json);
    const text = 'My card 4111 1111 1111 1111 was charged twice. Write to jane.doe@corp-mail.com.';
    const check = await new Guardrails({ rules: [{ guardrail: 'pii' }, { guardrail: 'secrets' }] }).check(
      text,
    );
    expect(example).toEqual({ guardrails: checkReport([{ text: { text }, check }]) });
  });

  it('links to files that exist', () => {
    const links = [...guide.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, file]) => file ?? '');
    expect(links).not.toEqual([]);
    for (const file of links) expect([file, existsSync(`docs/${file}`)]).toEqual([file, true]);
  });
});

/** As the panel shows it. */
function defaultOf({ type, default: value, options = [] }: INodeProperties): string {
  if (type === 'boolean') return value === true ? 'on' : 'off';
  if (type === 'fixedCollection' || type === 'collection') return '';
  const shown = options.flatMap((option) =>
    'value' in option && [value].flat().some((chosen) => chosen === option.value) ? [option.name] : [],
  );
  if (shown.length > 0) return shown.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
