-- ARGV[1]: the name of a response. Gives its value if its time is not over; what the hash holds is said in
-- cacheResponse.lua.
local stored = redis.call('HGET', KEYS[1], 'v:' .. ARGV[1])
if not stored then return false end
local expires, start = string.match(stored, '^(%d+) ()')
if not expires then return redis.error_reply('CORRUPT') end
local time = redis.call('TIME')
if tonumber(expires) <= time[1] * 1000 + math.floor(time[2] / 1000) then return false end
return string.sub(stored, start)
