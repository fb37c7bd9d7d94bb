import type { CascadeStep } from './cascadeModel';
import type { Course } from './course';
import { Delivery } from './delivery';
import type { FinalTurn, JudgedTurn, RejectedDraft } from './judgedTurn';
import { planOf } from './plan';
import { speculate } from './speculate';
import { take } from './take';

/** How a query went, and the turn that answers it, if one does. */
export interface Climb {
  readonly turns: readonly JudgedTurn[];
  readonly answer: FinalTurn | undefined;
}

/**
 * Asks one model after the other until there is an answer.
 *
 * @throws the reason of the course's signal when it aborts
 * @throws what the taker of the text throws
 */
export async function climb(course: Course): Promise<Climb> {
  const { isSpeculative, inTurn, lastResort } = planOf(course);
  const [first] = course.steps;
  const turns: JudgedTurn[] = [];
  if (isSpeculative && first) turns.push(...(await speculate(course, first, course.verifier)));
  const planned = [...inTurn, ...lastResort];
  for (const [index, step] of planned.entries()) {
    if (isOver(turns)) break;
    turns.push(
      await take(course, step, { hasOthers: index < planned.length - 1, delivery: deliveryTo(course, step) }),
    );
  }
  const resting = atRest(course, turns);
  if (resting && !answerIn(course, turns)) {
    turns.push(
      await take(course, resting, {
        hasOthers: false,
        evenAtRest: true,
        delivery: deliveryTo(course, resting),
      }),
    );
  }
  return { turns, answer: answerIn(course, turns) };
}

/** Only the last model is shown while it writes. */
function deliveryTo({ request }: Course, { role }: CascadeStep): Delivery | undefined {
  const { onText } = request;
  return role === 'verifier' && onText ? new Delivery(onText, { isOpen: true }) : undefined;
}

/** A draft is as good as it gets once the verifier has failed. */
function isOver(turns: readonly JudgedTurn[]): boolean {
  const last = turns.at(-1);
  switch (last?.verdict) {
    case 'accepted':
    case 'verified':
    case 'broken_off':
      return true;
    case 'rejected':
      return last.assessment.fault === undefined && turns.some(({ role }) => role === 'verifier');
    default:
      return false;
  }
}

function answerIn({ settings }: Course, turns: readonly JudgedTurn[]): FinalTurn | undefined {
  const last = turns.at(-1);
  if (last?.verdict === 'accepted' || last?.verdict === 'verified') return last;
  if (last?.verdict === 'broken_off' || settings.whenVerifierFails === 'fail') return undefined;
  return bestOf(turns.filter((turn) => turn.verdict === 'rejected'));
}

/** What cannot be the answer as it is comes after all that is merely not good enough. */
function bestOf(drafts: readonly RejectedDraft[]): RejectedDraft | undefined {
  const worth = ({ assessment: { confidence, fault } }: RejectedDraft) =>
    (confidence ?? 0) - (fault === undefined ? 0 : 1);
  return drafts.toSorted((a, b) => worth(b) - worth(a)).at(0);
}

/** The strongest model that was left out because it rests: better asked all the same than no answer. */
function atRest({ steps }: Course, turns: readonly JudgedTurn[]): CascadeStep | undefined {
  const skipped = turns.filter(({ verdict }) => verdict === 'skipped');
  return steps.findLast(({ model, role }) =>
    skipped.some((turn) => turn.model === model && turn.role === role),
  );
}
