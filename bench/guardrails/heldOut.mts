import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod/v3';
import { cacheFolder } from '../../scripts/support/cacheFolder.mts';
import { projectPath } from '../../scripts/support/project.mts';

/** Shares, 0 to 1. */
export interface Figures {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly falsePositiveRate: number;
  readonly auroc: number;
}

/** What moderation makes of texts that its model has not seen, by nested cross-validation. */
export interface HeldOut {
  readonly figures: Figures;
  /** Whether the patterns of today were measured. Without the scores of a fit those of the last fit were. */
  readonly isCurrent: boolean;
}

const REPORT = projectPath('core', 'guardrails', 'moderation', 'model', 'moderation.report.json');
const KEPT_SCORES = cacheFolder('fit', 'heldOutModerationScores.json');

const shareSchema = z.number().transform((percent) => percent / 100);
const percentSchema = z.object({
  both: z.object({
    any: z.object({
      f1: shareSchema,
      precision: shareSchema,
      recall: shareSchema,
      falsePositives: shareSchema,
      auroc: shareSchema,
    }),
  }),
});
const reportSchema = z.object({ percent: percentSchema });

/** Of today, when this machine has fitted the model; else what its report says, which is in the repository. */
export async function heldOut(data: string): Promise<HeldOut> {
  if (!existsSync(KEPT_SCORES)) {
    const report = reportSchema.parse(JSON.parse(readFileSync(REPORT, 'utf8')));
    return { figures: figuresOf(report.percent), isCurrent: false };
  }
  const { evaluateModeration } = await import('../../scripts/fit/moderation/fitModeration.mts');
  return { figures: figuresOf(percentSchema.parse(evaluateModeration(data))), isCurrent: true };
}

function figuresOf({ both }: z.infer<typeof percentSchema>): Figures {
  const { falsePositives, ...others } = both.any;
  return { ...others, falsePositiveRate: falsePositives };
}
