import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod/v3';
import prices from '../../core/models/prices/prices.generated.json';
import { outputOf } from '../../scripts/support/command.mts';
import { projectPath } from '../../scripts/support/project.mts';
import { PackedPackage } from './packedPackage';

const PACKING_MS = 60_000;

/**
 * In bytes. The bundle has 2,910,000: 635,000 are the weights of moderation and of prompt injection, 550,000 zod, the
 * price table, phone numbering plans and other validators, 250,000 the parsers of JavaScript and Python, 150,000 the
 * vocabulary of domains, 155,000 batches: their scheduler, their checkpoints, the jobs of providers. This leaves it a
 * little to grow. A larger one is no error but a question: is what came in worth loading at every start of n8n?
 */
const LARGEST_CORE = 3_000_000;

/** In bytes. The Redis client has 434,000, and is loaded when Redis is used. */
const LARGEST_REDIS = 500_000;

const CORE = 'dist/core/index.js';
const REDIS = 'dist/core/redis.js';
const LICENCES = 'dist/core/LICENSES.txt';

/** Registered by core's errors, hence in every copy of core. */
const MARK_OF_CORE = "Symbol.for('n8n-nodes-cascadeflow.error')";

/** What n8n gives to a community node. */
const GIVEN_BY_N8N = ['n8n-workflow', '@n8n/ai-node-sdk'];

/** The one module of Node that n8n allows everywhere. */
const HASHES = ['crypto', 'node:crypto'];

const PERMISSIVE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'MIT or MPL-2.0'];

const packageSchema = z.object({
  version: z.string(),
  license: z.string(),
  author: z.string().optional().catch(undefined),
});

/** A script that says which files are loaded before and after Redis is asked for. */
const LOADING = `
  const path = require('node:path');
  const { RedisStore } = require(process.argv[1]);
  const loaded = () => Object.keys(require.cache).map((file) => path.basename(file)).sort();
  const before = loaded();
  const store = new RedisStore({ host: '127.0.0.1', port: 9 });
  store.getProfile('user').catch(() => console.log(JSON.stringify({ before, after: loaded() })));
`;

let packed: PackedPackage;

beforeAll(async () => {
  packed = await PackedPackage.pack();
}, PACKING_MS);

afterAll(() => {
  packed.remove();
});

describe('core', () => {
  it('keeps to its size, and so does the Redis client', () => {
    expect(Buffer.byteLength(packed.read(CORE))).toBeLessThan(LARGEST_CORE);
    expect(Buffer.byteLength(packed.read(REDIS))).toBeLessThan(LARGEST_REDIS);
  });

  it('is in the package once', () => {
    const copies = packed.files.filter((file) => withSingleQuotes(packed.read(file)).includes(MARK_OF_CORE));
    expect(copies).toEqual([CORE]);
  });

  it('is required by each node, and by its one door', () => {
    const nodes = packed.files.filter((file) => /^dist\/nodes\/.+\.js$/.test(file));
    const intoCore = nodes
      .flatMap((file) => requiresOf(file))
      .filter((target) => target.startsWith('dist/core'));
    expect(new Set(intoCore)).toEqual(new Set([CORE]));
  });

  it('is whole: nothing is required but what the package holds or n8n gives', () => {
    const scripts = packed.files.filter((file) => file.endsWith('.js'));
    const missing = scripts.flatMap((file) =>
      requiresOf(file).filter((target) => !packed.files.includes(target) && !isGiven(target, file)),
    );
    expect(missing).toEqual([]);
  });

  it('loads the Redis client when it is used, and not before', async () => {
    const printed = await outputOf({
      program: process.execPath,
      args: ['-e', LOADING, path.join(packed.folder, CORE)],
    });
    expect(JSON.parse(printed)).toEqual({ before: ['index.js'], after: ['index.js', 'redis.js'] });
  });

  it('needs no package for its types', () => {
    const declarations = packed.files.filter((file) => file.endsWith('.d.ts'));
    const foreign = declarations.flatMap((file) =>
      modulesIn(packed.read(file), /(?:from|import\()\s*(["'])([^"']+)\1/g).filter(
        (module) => !module.startsWith('.'),
      ),
    );
    expect(foreign).toEqual([]);
  });
});

describe('what core holds of others', () => {
  it('is all named with version and licence, and nothing else is', () => {
    const headings = [...packed.read(LICENCES).matchAll(/^\S+ \d\S* \(.+\)$/gm)].map(([line]) => line);
    const expected = foreignPackages().map((name) => {
      const { version, license } = manifestOf(name);
      return `${name} ${version} (${license})`;
    });
    expect(headings).toEqual(expected);
  });

  it('has a permissive licence', () => {
    expect(foreignPackages().filter((name) => !PERMISSIVE.includes(manifestOf(name).license))).toEqual([]);
  });

  it('has the text of its licence in the package', () => {
    const texts = packed.read(LICENCES);
    expect(foreignPackages().filter((name) => !texts.includes(licenceTextOf(name)))).toEqual([]);
  });
});

/** The packages that core holds code or data of, sorted. */
function foreignPackages(): string[] {
  const inlined = inlinedPackages();
  if (inlined.length === 0) throw new Error('The bundle does not tell what is inlined');
  return [...inlined, prices.source].sort();
}

/** esbuild writes above each file that it inlines where it came from. */
function inlinedPackages(): string[] {
  const bundles = `${packed.read(CORE)}${packed.read(REDIS)}`;
  const origins = bundles.matchAll(/^ *\/\/ .*\bnode_modules\/((?:@[^/]+\/)?[^/\s]+)\/\S+$/gm);
  return [...new Set([...origins].map(([, name = '']) => name))];
}

/** Whether n8n or Node gives `file` what it requires: a network, to the Redis client only. */
function isGiven(target: string, file: string): boolean {
  return [...GIVEN_BY_N8N, ...HASHES].includes(target) || (file === REDIS && isBuiltin(target));
}

function manifestOf(name: string): z.output<typeof packageSchema> {
  const file = projectPath('node_modules', name, 'package.json');
  return packageSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function licenceTextOf(name: string): string {
  const folder = projectPath('node_modules', name);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  return file === undefined ? mitTermsFor(name) : readFileSync(path.join(folder, file), 'utf8').trim();
}

/** Of a package that names its author and the MIT licence, but leaves its text out. */
function mitTermsFor(name: string): string {
  const { license, author } = manifestOf(name);
  if (license !== 'MIT' || author === undefined) throw new Error(`${name} ships no licence text`);
  return `Copyright (c) ${author}\n\nPermission is hereby granted`;
}

/** What a packed script requires: packed files by their path, others by their name. */
function requiresOf(file: string): string[] {
  return modulesIn(packed.read(file), /\brequire\((["'])([^"']+)\1\)/g).map((module) =>
    module.startsWith('.') ? resolved(path.posix.join(path.posix.dirname(file), module)) : module,
  );
}

function resolved(target: string): string {
  const candidates = [target, `${target}.js`, `${target}/index.js`];
  return candidates.find((candidate) => packed.files.includes(candidate)) ?? target;
}

function modulesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, , module = '']) => module);
}

function withSingleQuotes(text: string): string {
  return text.replaceAll('"', "'");
}
