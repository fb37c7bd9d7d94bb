import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { BatchCascade } from '../../nodes/BatchCascade/BatchCascade.node';
import { batchOptionNames } from '../../nodes/BatchCascade/fields/options';
import { allProperties } from '../support/nodeProperties';

const guide = readFileSync('docs/batch.md', 'utf8');

/** The first cell of each table row. */
const rows = new Set(
  guide.split('\n').flatMap((line) => (line.startsWith('| ') ? [line.split('|')[1]?.trim() ?? ''] : [])),
);

const { properties } = new BatchCascade().description;

const named = (name: string) => allProperties(properties).filter((property) => property.name === name);
const choicesOf = (name: string): string[] =>
  named(name).flatMap(({ options = [] }) =>
    options.flatMap((option) => ('value' in option ? [option.name] : [])),
  );
const optionsOfBatch = batchOptionNames.flatMap((name) => named(name).map(({ displayName }) => displayName));
const optionsOfQuery = named('options').flatMap(({ options = [] }) =>
  options.flatMap((option) =>
    'displayName' in option && !batchOptionNames.includes(option.name) ? [option.displayName] : [],
  ),
);

describe('the guide to batches', () => {
  const parameters = properties
    .filter(({ type, name }) => !['notice', 'credentials'].includes(type) && name !== 'options')
    .map(({ displayName }) => displayName);

  it.each([...new Set([...parameters, ...choicesOf('strategy'), ...optionsOfBatch])])(
    'has a row for %s',
    (name) => {
      expect(rows.has(name)).toBe(true);
    },
  );

  it.each(optionsOfQuery)('names the option %s', (name) => {
    expect(guide.replaceAll(/\s+/g, ' ')).toContain(`_${name}_`);
  });

  it.each(
    [
      'operation',
      'modelSource',
      'profileFrom',
      'unknownUser',
      'apply',
      'storage',
      'limitScope',
      'jobFallback',
    ].flatMap(choicesOf),
  )('tells of %s', (name) => {
    expect(guide).toContain(name);
  });

  it.each(['Results', 'Failed', 'Summary', 'Job'])('tells what leaves by %s', (output) => {
    expect(guide).toContain(output);
  });

  it('links to files and headings that exist', () => {
    const links = [...guide.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !leadsSomewhere(link))).toEqual([]);
  });
});

function leadsSomewhere(link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? 'docs/batch.md' : `docs/${path}`;
  if (!existsSync(file)) return false;
  return anchor === undefined || headingsOf(readFileSync(file, 'utf8')).includes(anchor);
}

/** As GitHub names them in links. */
function headingsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(/\s/g, '-'),
  );
}
