import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod/v3';
import { outputOf } from '../../scripts/support/command.mts';
import { projectPath } from '../../scripts/support/project.mts';
import { PackedPackage } from './packedPackage';

const SCAN_MS = 120_000;

const verdictSchema = z.object({
  passed: z.boolean(),
  message: z.string().optional(),
  details: z.string().optional(),
});
const verdictsSchema = z.object({ sources: verdictSchema, tarball: verdictSchema });

/** What the Redis client needs of Node. n8n's cloud allows none of it to a community package. */
const NEEDED_FOR_REDIS = [
  ...['__dirname', 'clearTimeout', 'process', 'setImmediate', 'setTimeout'].map((name) => `global ${name}`),
  ...['assert', 'buffer', 'dns', 'events', 'net', 'node:diagnostics_channel', 'stream', 'tls', 'util'].map(
    (name) => `module ${name}`,
  ),
];

let packed: PackedPackage;
let verdicts: z.output<typeof verdictsSchema>;

beforeAll(async () => {
  packed = await PackedPackage.pack();
  const printed = await outputOf({
    program: process.execPath,
    args: [projectPath('test', 'package', 'scan.mjs'), projectPath(), packed.folder],
    // Under jest's NODE_ENV "test" the rules take every file for a trigger node. The scanner leaves temporary files.
    env: { ...process.env, NODE_ENV: 'production', TMPDIR: packed.makeFolder('scanner') },
  });
  verdicts = verdictsSchema.parse(JSON.parse(printed));
}, SCAN_MS);

afterAll(() => {
  packed.remove();
});

describe("n8n's package scanner", () => {
  it('finds no fault in the sources', () => {
    expect(verdicts.sources).toEqual({ passed: true });
  });

  it('finds fault with one file of the tarball only, the Redis client, for what it needs of Node', () => {
    const findings = findingsIn(verdicts.tarball.details ?? '');
    expect([...findings.keys()]).toEqual(['dist/core/redis.js']);
    expect([...new Set(findings.get('dist/core/redis.js'))].sort()).toEqual(NEEDED_FOR_REDIS);
  });
});

/** By file, what the scanner found: `global x` and `module x`, or else the whole line. */
function findingsIn(details: string): Map<string, string[]> {
  const findings = new Map<string, string[]>();
  let found: string[] = [];
  for (const line of details.split('\n')) {
    if (line.startsWith(packed.folder)) {
      found = [];
      findings.set(line.slice(packed.folder.length + 1).replaceAll('\\', '/'), found);
    } else if (/^\s+\d+:\d+\s/.test(line)) {
      const [, name] = /'([^']+)' is not allowed/.exec(line) ?? [];
      const kind = /no-restricted-(global|import)s$/.exec(line)?.[1];
      found.push(kind && name ? `${kind === 'global' ? kind : 'module'} ${name}` : line.trim());
    }
  }
  return findings;
}
