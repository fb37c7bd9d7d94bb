-- The cached responses of a tenant, in a hash: `index` with a line for each, oldest first, of its name, when it expires
-- in ms since the epoch and its bytes; and under `v:` and its name when it expires and its value, which is a JSON text.
-- ARGV[1]: a name, bytes, ttl in ms, the most responses, the most bytes, and on the next line the value.
local head, value = string.match(ARGV[1], '^([^\n]+)\n(.+)$')
local name, bytes, ttl, most, mostBytes = string.match(head, '^(%S+) (%S+) (%S+) (%S+) (%S+)$')
local key, time = KEYS[1], redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local expires = now + tonumber(ttl)
local kept, gone, total, last = {}, {}, tonumber(bytes), expires
for line in string.gmatch(redis.call('HGET', key, 'index') or '', '[^\n]+') do
  local other, otherExpires, otherBytes = string.match(line, '^(%S+) (%d+) (%d+)$')
  if not other then return redis.error_reply('CORRUPT') end
  if other ~= name then
    if tonumber(otherExpires) > now then
      kept[#kept + 1] = { name = other, expires = tonumber(otherExpires), bytes = tonumber(otherBytes), line = line }
      total = total + tonumber(otherBytes)
    else
      gone[#gone + 1] = 'v:' .. other
    end
  end
end
local first = 1
while first <= #kept and (#kept - first + 2 > tonumber(most) or total > tonumber(mostBytes)) do
  gone[#gone + 1], total, first = 'v:' .. kept[first].name, total - kept[first].bytes, first + 1
end
local lines = {}
for place = first, #kept do
  lines[#lines + 1] = kept[place].line
  last = math.max(last, kept[place].expires)
end
lines[#lines + 1] = string.format('%s %.0f %s', name, expires, bytes)
if #gone > 0 then redis.call('HDEL', key, unpack(gone)) end
redis.call('HSET', key, 'index', table.concat(lines, '\n'))
redis.call('HSET', key, 'v:' .. name, string.format('%.0f ', expires) .. value)
redis.call('PEXPIRE', key, last - now)
return 1
