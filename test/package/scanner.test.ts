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

  it('finds no fault in the tarball', () => {
    expect(verdicts.tarball).toEqual({ passed: true });
  });
});
