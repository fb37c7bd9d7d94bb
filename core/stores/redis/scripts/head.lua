-- The head of the usage, or that of a usage which begins now; without a salt when the key holds something else. What it
-- consists of, and what the journal behind the packed usage holds, is said in usage.lua.
local HEAD = '<Bc12I6I6I4I4I7I4I6I6I6I6I6HB'
local head = redis.call('GETRANGE', KEYS[1], -77, -1)
local time = redis.call('TIME')
local stamp = time[1] * 1000 + math.ceil(time[2] / 1000)
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
