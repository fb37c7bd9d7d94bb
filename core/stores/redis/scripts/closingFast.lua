-- ARGV[1]: sequence, time, end of the lease and estimate as in the reservation's id, its signature, and the cost; the cost
-- is `-` to take the request back. Gives 1 closed, 0 already closed, -1 unknown.
-- A reservation is mostly closed while it is still in the journal: then it is changed there.
local text, signature, cost = string.match(ARGV[1], '^(%S+) (%S+) (%S+)$')
local sequence, countedAt, leaseEnd, estimate = string.match(text, '^(%d+)%.(%d+)%.(%d+)%.(%d+)$')
sequence, countedAt, leaseEnd, estimate = tonumber(sequence), tonumber(countedAt), tonumber(leaseEnd), tonumber(estimate)
cost = tonumber(cost)
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if salt and now < quietUntil and requests > 0 and (not cost or cost < 1099511627776)
  and sequence < nextSequence and sequence >= nextSequence - requests
then
  local journal = redis.call('GETRANGE', KEYS[1], packedBytes, packedBytes + requests * 13 - 1)
  local candidate, request = nextSequence, requests
  while candidate > sequence and request > 0 do
    request = request - 1
    if struct.unpack('<I4', journal, request * 13 + 10) > 0 then candidate = candidate - 1 end
  end
  if candidate == sequence and struct.unpack('<I4', journal, request * 13 + 1) == countedAt - expiresAt + 93600000 then
    local signed = salt .. '.' .. string.match(KEYS[1], '{(.-)}') .. '.' .. text .. '.' .. salt
    if string.sub(redis.sha1hex(signed), 1, 16) ~= signature then return -1 end
    if struct.unpack('<I4', journal, request * 13 + 10) >= 4294967294 then return 0 end
    local kind = 4294967294
    if not cost then
      cost, kind, hourly, daily = 0, 4294967295, hourly - 1, daily - 1
    end
    redis.call('SETRANGE', KEYS[1], packedBytes + request * 13 + 4, struct.pack('<I5I4', cost, kind)
      .. string.sub(journal, request * 13 + 14) .. struct.pack(HEAD, 1, salt, nextSequence, lastAt, hourly, daily,
        nanoUsd - estimate + cost, concurrent - 1, hourLast, dayLast, leasesLast,
        quietUntil, expiresAt, packedBytes, requests))
    return 1
  end
end
