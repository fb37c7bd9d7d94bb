// Fills a limiter or a profile cache in a process of its own, run with --expose-gc, and tells its parent by how many
// bytes a user the heap has grown.
import { loadCore } from '../../engineOverhead/workload.mts';
import { fillLimiter } from './fillLimiter.mts';
import { fillProfiles } from './fillProfiles.mts';
import { type Job, jobSchema } from './job.mts';

const [, , text = ''] = process.argv;
process.send?.(await bytesAUser(jobSchema.parse(JSON.parse(text))), () => process.exit());

async function bytesAUser(job: Job): Promise<number> {
  const core = await loadCore();
  return job.kind === 'limiter' ? await fillLimiter(core, job) : await fillProfiles(core, job);
}
