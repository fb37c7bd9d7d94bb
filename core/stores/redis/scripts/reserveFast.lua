-- ARGV[1]: requests per hour, per day, budget, requests at once (`-` = unlimited), estimate, lease in ms, a new salt.
-- Gives the head after the reservation; or the limit's number, the ms to wait, and totals.
-- Nearly every reservation finds nothing that has left a window, and room: it only goes to the journal.
local perHour, perDay, budget, atOnce, estimate, leaseMs =
  string.match(ARGV[1], '^(%S+) (%S+) (%S+) (%S+) (%S+) (%S+)')
perHour, perDay, budget, atOnce = tonumber(perHour), tonumber(perDay), tonumber(budget), tonumber(atOnce)
estimate, leaseMs = tonumber(estimate), tonumber(leaseMs)
-- A salt of this moment: after a reset, the same numbers must not be signed with the same salt again.
local function newSalt()
  local hash = redis.sha1hex(string.match(ARGV[1], '%S+$') .. time[1] .. '.' .. time[2])
  local LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  local letters = string.gsub(string.sub(hash, 1, 36), '...', function(digits)
    local letter = tonumber(digits, 16) % 64 + 1
    return string.sub(LETTERS, letter, letter)
  end)
  return letters
end
if head == '' then salt = newSalt() end
if salt and stamp < quietUntil and stamp >= expiresAt - 93600000 and stamp + 86400000 < expiresAt
  and packedBytes + requests * 13 < 1500
  and (not perHour or hourly < perHour)
  and (not perDay or daily < perDay)
  and (not budget or nanoUsd + (estimate > 1 and estimate or 1) <= budget)
  and (not atOnce or concurrent < atOnce)
  and estimate < 1099511627776 and string.byte(salt) > 0
then
  local leaseEnd = stamp + leaseMs
  if hourLast < stamp then hourLast = stamp end
  if dayLast < stamp then dayLast = stamp end
  if leasesLast < leaseEnd then leasesLast = leaseEnd end
  if stamp + 3600000 < quietUntil then quietUntil = stamp + 3600000 end
  if leaseEnd < quietUntil then quietUntil = leaseEnd end
  local request = struct.pack('<I4I5I4', stamp - expiresAt + 93600000, estimate, leaseMs)
  local changed = struct.pack(HEAD, 1, salt, nextSequence + 1, stamp, hourly + 1, daily + 1, nanoUsd + estimate,
    concurrent + 1, hourLast, dayLast, leasesLast, quietUntil, expiresAt, packedBytes, requests + 1)
  if head == '' then
    redis.call('SET', KEYS[1], request .. changed, 'PX', 93600000)
  else
    redis.call('SETRANGE', KEYS[1], packedBytes + requests * 13, request .. changed)
  end
  return changed
end
