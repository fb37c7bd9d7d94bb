import { directness } from '../routing/directness';
import { identityOf } from './cascadeModel';
import type { Course } from './course';
import { learnt } from './learnt';

/** Drafts that would be skipped for the drafter's record are made now and then, or the record could never improve. */
const SHARE_TRIED = 0.05;

/**
 * The course in the light of what became of the first drafter's earlier drafts in this domain; without learning when
 * that cannot be read, so that nobody waits for it again.
 */
export async function withRecord(course: Course): Promise<Course> {
  const { learning, direct, route, settings, threshold, steps, random } = course;
  const [drafter] = steps;
  if (!learning || !drafter || direct?.isStrict) return course;
  const { domain } = route;
  const drafted = { model: identityOf(drafter.model), domain };
  const expected = await learnt(course, () => learning.adjust(course.expected, drafted));
  if (expected === undefined) return { ...course, learning: undefined };
  const because = directness({ settings, domain, threshold, expected });
  if (because === undefined) return { ...course, expected, direct: undefined };
  if (!direct && random() < SHARE_TRIED) return { ...course, expected };
  return { ...course, expected, direct: { because, isStrict: false } };
}
