import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PRESETS } from '../../core';
import { outputOf } from '../../scripts/support/command.mts';
import { projectPath } from '../../scripts/support/project.mts';
import { npm, tool } from '../../scripts/support/tools.mts';
import { consumerSource } from './consumerSource';
import { oldestNode } from './nodes';
import { PackedPackage } from './packedPackage';

const SETUP_MS = 180_000;

/** What `consumerSource` prints when everything it uses does what the contract says. */
const EXPECTED = {
  output: 'The capital of Australia is Canberra.',
  usedFirst: 'small',
  costUsd: 3,
  usedThen: 'large',
  attempts: 2,
  complexity: 'TRIVIAL',
  assessed: true,
  threshold: PRESETS.balanced.threshold,
  priceKnown: true,
  price: 1,
  allFailed: 'ALL_MODELS_FAILED',
  oneDown: 'Canberra.',
  noQuery: 'INVALID_PARAMETER',
  errors: ['AllModelsFailedError', 'InvalidParameterError'],
};

/** As strict as a user may be: the package's own declarations are checked too. */
const TSCONFIG = {
  compilerOptions: {
    strict: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    module: 'node16',
    moduleResolution: 'node16',
    target: 'es2022',
    lib: ['es2022'],
    types: ['node'],
    typeRoots: [projectPath('node_modules', '@types')],
    outDir: 'out',
  },
  include: ['*.mts', '*.cts'],
};

let packed: PackedPackage;
let project: string;
let nodes: ReadonlyMap<string, string>;

beforeAll(async () => {
  packed = await PackedPackage.pack();
  nodes = new Map([
    ['oldest', await oldestNode(packed.manifest.engines.node)],
    ['current', process.execPath],
  ]);
  project = packed.makeFolder('consumer');
  write('package.json', JSON.stringify({ name: 'consumer', private: true }));
  write('tsconfig.json', JSON.stringify(TSCONFIG));
  write('answer.mts', consumerSource);
  write('answer.cts', consumerSource);
  const quietly = ['--offline', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
  await outputOf(npm(['install', ...quietly, packed.tarball], project));
}, SETUP_MS);

afterAll(() => {
  packed.remove();
});

describe('the tarball in a plain Node project', () => {
  it(
    'type-checks there and compiles, as CommonJS and as an ES module',
    async () => {
      const check = tool('typescript', ['--project', project], 'tsc');
      expect(await outputOf({ ...check, cwd: project })).toBe('');
    },
    SETUP_MS,
  );

  it.each([
    ['oldest', 'answer.cjs'],
    ['oldest', 'answer.mjs'],
    ['current', 'answer.cjs'],
    ['current', 'answer.mjs'],
  ])('answers on the %s Node in %s', async (node, script) => {
    const printed = await outputOf({
      program: nodes.get(node) ?? '',
      args: [path.join('out', script)],
      cwd: project,
      env: { PATH: process.env['PATH'] },
    });
    expect(JSON.parse(printed)).toEqual(EXPECTED);
  });
});

function write(file: string, text: string): void {
  writeFileSync(path.join(project, file), text);
}
