-- ARGV[1] in lines: a number of bytes, then keys of a batch. Gives what is kept under each, from the first on until it is
-- that many bytes; what the hash holds is said in keepBatchEntries.lua.
local next = string.gmatch(ARGV[1], '([^\n]*)\n')
local left, found = tonumber(next()), {}
for field in next do
  local text = redis.call('HGET', KEYS[1], field)
  found[#found + 1] = text
  if text then left = left - #text end
  if left <= 0 then break end
end
return found
