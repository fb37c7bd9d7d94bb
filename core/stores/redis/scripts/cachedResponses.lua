-- The values of all responses whose time is not over, the oldest first; what the hash holds is said in
-- cacheResponse.lua.
local values, time = {}, redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for name, expires in string.gmatch(redis.call('HGET', KEYS[1], 'index') or '', '(%S+) (%d+) %d+') do
  local stored = tonumber(expires) > now and redis.call('HGET', KEYS[1], 'v:' .. name)
  if stored then values[#values + 1] = string.match(stored, '^%d+ (.+)$') end
end
return values
