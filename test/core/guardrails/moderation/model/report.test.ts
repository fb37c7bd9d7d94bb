import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod/v3';

const FOLDER = join(process.cwd(), 'core', 'guardrails', 'moderation', 'model');
const reportSchema = z.object({
  bytes: z.number(),
  percent: z.object({ both: z.object({ any: z.object({ f1: z.number(), falsePositives: z.number() }) }) }),
});

describe('the report of the fit', () => {
  const report = reportSchema.parse(JSON.parse(readFileSync(join(FOLDER, 'moderation.report.json'), 'utf8')));

  it('is that of the weights beside it, which take less than 1 MB', () => {
    const weights = readFileSync(join(FOLDER, 'moderation.b64'));
    expect(report.bytes).toBe(weights.length);
    expect(weights.length).toBeLessThan(1_000_000);
  });

  it('shows that texts it was not fitted to are judged well enough', () => {
    expect(report.percent.both.any.f1).toBeGreaterThanOrEqual(66);
    expect(report.percent.both.any.falsePositives).toBeLessThanOrEqual(10);
  });
});
