import { AllModelsFailedError } from './allModelsFailedError';
import { costAt, sumOf, toNanoDollars } from './bill';
import type { CascadeModel } from './cascadeModel';
import type { JudgedDraft, JudgedTurn, Verification } from './judge';
import { reasonFor } from './reason';
import type { AttemptReport, CascadeReport } from './report';
import { faultlessConfidence } from '../quality/score';
import type { QueryRoute } from '../routing/routeQuery';

export interface Course {
  readonly route: QueryRoute;
  readonly threshold: number;
  readonly verifier: CascadeModel;
  readonly turns: readonly JudgedTurn[];
  readonly latencyMs: number;
}

/** Tells how a query went. */
export function buildReport(answer: Verification | JudgedDraft, course: Course): CascadeReport {
  const { route, threshold, turns, latencyMs } = course;
  const costUsd = totalCost(turns);
  const baselineCostUsd = baselineCost(answer, course);
  const savedUsd =
    costUsd === null || baselineCostUsd === null ? null : toNanoDollars(baselineCostUsd - costUsd);
  return {
    modelUsed: answer.model.name,
    escalated: !route.direct && turns.length > 1,
    direct: route.direct,
    confidence: reportedConfidence(course),
    threshold,
    complexity: route.complexity,
    domain: route.domain,
    reason: reasonFor(answer, turns, route),
    costUsd,
    baselineCostUsd,
    savedUsd,
    savedPercent: savedUsd === null || !baselineCostUsd ? null : round((savedUsd / baselineCostUsd) * 100, 2),
    latencyMs: round(latencyMs, 1),
    attempts: turns.map((turn) => attemptReport(turn, turn === answer)),
  };
}

/** The error for a query that no model answered. */
export function allFailed(turns: readonly JudgedTurn[]): AllModelsFailedError {
  const failures = turns.flatMap((turn) => (turn.verdict === 'failed' ? [turn.error] : []));
  return new AllModelsFailedError(
    turns.map((turn) => attemptReport(turn, false)),
    totalCost(turns),
    failures.at(-1),
  );
}

function attemptReport(turn: JudgedTurn, accepted: boolean): AttemptReport {
  return {
    model: turn.model.name,
    role: turn.role,
    accepted,
    confidence: 'score' in turn ? round(turn.score.confidence, 4) : null,
    inputTokens: turn.bill?.usage.inputTokens ?? null,
    outputTokens: turn.bill?.usage.outputTokens ?? null,
    tokensEstimated: turn.bill?.estimated ?? false,
    costUsd: turn.bill?.costUsd ?? null,
    latencyMs: round(turn.latencyMs, 1),
    error: turn.verdict === 'failed' ? turn.error.message : null,
  };
}

/** Providers do not bill a request they refuse, so an attempt without a reply adds nothing. */
function totalCost(turns: readonly JudgedTurn[]): number | null {
  return sumOf(turns.flatMap(({ bill }) => (bill ? [bill.costUsd] : [])));
}

/** What the verifier cost, or would have cost for an answer of the same length. */
function baselineCost(answer: Verification | JudgedDraft, { verifier }: Course): number | null {
  return answer.role === 'verifier' ? answer.bill.costUsd : costAt(verifier, answer.bill.usage);
}

function reportedConfidence({ turns, route }: Course): number | null {
  const lastDraft = turns.findLast((turn) => 'score' in turn);
  if (lastDraft && 'score' in lastDraft) return round(lastDraft.score.confidence, 4);
  return route.direct ? round(faultlessConfidence(route.difficulty), 4) : null;
}

function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
