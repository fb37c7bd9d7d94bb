-- ARGV[1]: the cost in billionths of a dollar. Nearly every request only goes to the journal.
local cost = tonumber(ARGV[1])
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
