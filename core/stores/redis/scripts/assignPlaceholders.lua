-- The placeholders of a conversation, in a hash: `ttl` in ms, `size`, of each label L `n:L` the last number, of each
-- placeholder `p:NAME` its value, of each value `v:L:VALUE` its name. Values are JSON texts: they hold no line break.
-- ARGV[1] in lines: the ttl, the most placeholders, then the label and the value of each. Gives the names, and 0 when
-- there would be too many.
local key, next = KEYS[1], string.gmatch(ARGV[1], '[^\n]+')
local ttl, most = next(), tonumber(next())
local labels, values, names, unnamed, seen = {}, {}, {}, 0, {}
for label in next do
  local index, value = #labels + 1, next()
  local field = 'v:' .. label .. ':' .. value
  labels[index], values[index], names[index] = label, value, redis.call('HGET', key, field)
  if not names[index] and not seen[field] then
    seen[field], unnamed = true, unnamed + 1
  end
end
if unnamed > 0 then
  if tonumber(redis.call('HGET', key, 'size') or 0) + unnamed > most then return 0 end
  redis.call('HINCRBY', key, 'size', unnamed)
end
local given = {}
for index, label in ipairs(labels) do
  local field = 'v:' .. label .. ':' .. values[index]
  if not names[index] and not given[field] then
    given[field] = label .. '_' .. redis.call('HINCRBY', key, 'n:' .. label, 1)
    redis.call('HSET', key, field, given[field])
    redis.call('HSET', key, 'p:' .. given[field], values[index])
  end
  names[index] = names[index] or given[field]
end
if redis.call('EXISTS', key) == 1 then
  redis.call('HSET', key, 'ttl', ttl)
  redis.call('PEXPIRE', key, ttl)
end
return names
