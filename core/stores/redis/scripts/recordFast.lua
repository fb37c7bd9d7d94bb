-- ARGV[1]: the cost in billionths of a dollar. Nearly every request only goes to the journal.
local cost = tonumber(ARGV[1])
local head = redis.call('GETRANGE', KEYS[1], -77, -1)
local time = redis.call('TIME')
local stamp = time[1] * 1000 + math.ceil(time[2] / 1000)
local HEAD = '<Bc12I6I6I4I4I7I4I6I6I6I6I6HB'
local _, salt, nextSequence, lastAt, hourly, daily, nanoUsd, concurrent, hourLast, dayLast, leasesLast, quietUntil,
  expiresAt, packedBytes, requests
if head == '' then
  salt, nextSequence, hourly, daily, nanoUsd, concurrent = string.rep('\0', 12), 1, 0, 0, 0, 0
  hourLast, dayLast, leasesLast, quietUntil = 0, 0, 0, stamp + 3600000
  expiresAt, packedBytes, requests = stamp + 93600000, 0, 0
elseif #head == 77 and string.byte(head) == 1 then
  _, salt, nextSequence, lastAt, hourly, daily, nanoUsd, concurrent, hourLast, dayLast, leasesLast, quietUntil,
    expiresAt, packedBytes, requests = struct.unpack(HEAD, head)
end
if salt and stamp < quietUntil and stamp >= expiresAt - 93600000 and stamp + 86400000 < expiresAt
  and packedBytes + requests * 13 < 1500
  and cost < 1099511627776
then
  if hourLast < stamp then hourLast = stamp end
  if dayLast < stamp then dayLast = stamp end
  if stamp + 3600000 < quietUntil then quietUntil = stamp + 3600000 end
  local request = struct.pack('<I4I5I4', stamp - expiresAt + 93600000, cost, 0)
  local changed = struct.pack(HEAD, 1, salt, nextSequence, stamp, hourly + 1, daily + 1, nanoUsd + cost, concurrent,
    hourLast, dayLast, leasesLast, quietUntil, expiresAt, packedBytes, requests + 1)
  if head == '' then
    redis.call('SET', KEYS[1], request .. changed, 'PX', 93600000)
  else
    redis.call('SETRANGE', KEYS[1], packedBytes + requests * 13, request .. changed)
  end
  return 1
end
