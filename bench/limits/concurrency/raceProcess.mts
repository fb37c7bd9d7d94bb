// One of several processes that share a Redis. It tells its parent when it is ready, asks for all its requests at once
// when it hears of it, says that it has the answers, settles what was admitted when it hears of it again, and says how
// many that were.
import { once } from 'node:events';
import { loadCore } from '../../engineOverhead/workload.mts';
import { onRedis } from '../contestants/onRedis.mts';
import { jobSchema } from './job.mts';
import { askAtOnce, COST_USD, settleAll } from './race.mts';

const [, , text = ''] = process.argv;
const { contestant, url, userId, limits, requests } = jobSchema.parse(JSON.parse(text));
const limiter = onRedis(await loadCore(), url)[contestant].open(limits);
const user = limiter.userOf(userId);
await user.look(COST_USD);
process.send?.('ready');
await once(process, 'message');
const answers = await askAtOnce(user, requests);
process.send?.('answered');
await once(process, 'message');
process.send?.(await settleAll(answers));
await limiter.close();
process.disconnect();
