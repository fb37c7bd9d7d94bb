-- What is kept of a batch, in a hash: under each key its text, as core/stores/redis/lines.ts writes it.
-- ARGV[1] in lines: the ttl in ms, then the key and the text of each.
local key, next = KEYS[1], string.gmatch(ARGV[1], '([^\n]*)\n')
local ttl = next()
for field in next do redis.call('HSET', key, field, next()) end
redis.call('PEXPIRE', key, ttl)
return 1
