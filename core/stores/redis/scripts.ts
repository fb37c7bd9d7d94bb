import { redisScript } from './connection/redisScript';
import assignPlaceholders from './scripts/assignPlaceholders.lua';
import batchEntries from './scripts/batchEntries.lua';
import cacheResponse from './scripts/cacheResponse.lua';
import cachedResponse from './scripts/cachedResponse.lua';
import cachedResponses from './scripts/cachedResponses.lua';
import check from './scripts/check.lua';
import checkFast from './scripts/checkFast.lua';
import closing from './scripts/closing.lua';
import closingFast from './scripts/closingFast.lua';
import head from './scripts/head.lua';
import keepBatchEntries from './scripts/keepBatchEntries.lua';
import placeholders from './scripts/placeholders.lua';
import record from './scripts/record.lua';
import recordFast from './scripts/recordFast.lua';
import recordOutcome from './scripts/recordOutcome.lua';
import reserve from './scripts/reserve.lua';
import reserveFast from './scripts/reserveFast.lua';
import usage from './scripts/usage.lua';
import usageNow from './scripts/usageNow.lua';

/** What each does, takes and gives is said in the first lines of its Lua. */
export const scripts = {
  check: redisScript([checkFast, usage, check].join('\n')),
  reserve: redisScript([head, reserveFast, usage, reserve].join('\n')),
  closing: redisScript([head, closingFast, usage, closing].join('\n')),
  record: redisScript([head, recordFast, usage, record].join('\n')),
  usageNow: redisScript([usage, usageNow].join('\n')),
  assignPlaceholders: redisScript(assignPlaceholders),
  placeholders: redisScript(placeholders),
  recordOutcome: redisScript(recordOutcome),
  cachedResponse: redisScript(cachedResponse),
  cachedResponses: redisScript(cachedResponses),
  cacheResponse: redisScript(cacheResponse),
  batchEntries: redisScript(batchEntries),
  keepBatchEntries: redisScript(keepBatchEntries),
  get: redisScript("return redis.call('GET', KEYS[1])"),
};
