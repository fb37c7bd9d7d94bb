-- Name and value of each placeholder, one after the other; what the hash holds is said in assignPlaceholders.lua.
local found, ttl = {}, redis.call('HGET', KEYS[1], 'ttl')
if not ttl then return found end
local fields = redis.call('HGETALL', KEYS[1])
for index = 1, #fields, 2 do
  if string.sub(fields[index], 1, 2) == 'p:' then
    found[#found + 1] = string.sub(fields[index], 3)
    found[#found + 1] = fields[index + 1]
  end
end
redis.call('PEXPIRE', KEYS[1], ttl)
return found
