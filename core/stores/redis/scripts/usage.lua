-- A user's usage, unpacked, changed and packed again. Form and meaning are those of core/stores/usage (packedUsage.ts,
-- slidingLog.ts, sequenceSet.ts, userUsage.ts, admission.ts): what changes there changes here, and the tests compare the
-- two byte for byte.
--
-- The value of the key is the packed usage (nothing when it never was), a journal of the requests that came since it was packed, and a head. The head
-- has what nearly every request needs, and the journal takes what it adds: the scripts whose names end in Fast need
-- neither unpack nor pack. Everything else does both, which empties the journal.

local byte, char, sub = string.byte, string.char, string.sub
local floor, ceil, max, min, huge = math.floor, math.ceil, math.max, math.min, math.huge

local HEADER = '<Bc12I6I6I6I6BBHI4I6I6I4BBHI4I6I6I4I7I7BBHI4I6I6I4HI6I6I4HHH'
local HEADER_BYTES = 147
-- u8 format, 12 letters salt, u48 next sequence, u48 time of the last request, u32 hourly, u32 daily, u56 nanoUsd, u32
-- concurrent, u48 last end of the hour's, the day's and the leases' entries, u48 quiet until (in ms: before it nothing
-- stops to count), u48 when the key expires, u16 bytes of the packed usage, u8 requests in the journal.
local HEAD = '<Bc12I6I6I4I4I7I4I6I6I6I6I6HB'
local HEAD_BYTES = 77
-- Of each request in the journal: u32 ms since the usage was packed, u40 cost, u32 lease in ms, or: recorded without a
-- reservation (0), its reservation settled, or taken back.
local REQUEST = '<I4I5I4'
local REQUEST_BYTES = 13
local SETTLED, TAKEN_BACK = 4294967294, 4294967295
-- A write lets the key live longer than the day that its requests count, so that the fast scripts need not prolong it.
local KEY_LIVES_MS = 93600000
local NO_SALT = string.rep('\0', 12)
local DAY_MS = 86400000
local LARGEST_SUM = 9007199254740991
local MOST_RUNS = 128
local CROWD = 8

-- KEYS[1] is like cascadeflow:{dXNlci0x}:usage
local key = KEYS[1]
local userKey = string.match(key, '{(.-)}')

-- The whole milliseconds before and after this moment.
local function moment()
  local time = redis.call('TIME')
  local microseconds = tonumber(time[1]) * 1000000 + tonumber(time[2])
  return floor(microseconds / 1000), ceil(microseconds / 1000)
end

local varint
function varint(value)
  if value < 128 then return char(value) end
  if value < 16384 then return char(128 + value % 128, floor(value / 128)) end
  if value < 2097152 then
    return char(128 + value % 128, 128 + floor(value / 128) % 128, floor(value / 16384))
  end
  if value < 268435456 then
    return char(128 + value % 128, 128 + floor(value / 128) % 128, 128 + floor(value / 16384) % 128,
      floor(value / 2097152))
  end
  return char(128 + value % 128, 128 + floor(value / 128) % 128, 128 + floor(value / 16384) % 128,
    128 + floor(value / 2097152) % 128) .. varint(floor(value / 268435456))
end

local function readVarint(text, at)
  local value, factor = 0, 1
  while true do
    local digit = byte(text, at)
    at = at + 1
    value = value + (digit % 128) * factor
    if digit < 128 then return value, at end
    factor = factor * 128
  end
end

-- Logs ------------------------------------------------------------------------------------------------------------

local function newLog(shape)
  shape.level, shape.crowd, shape.length, shape.count, shape.cost = 0, 0, 0, 0, 0
  shape.first, shape.last, shape.lastCount, shape.lastCost, shape.rest = 0, 0, 0, 0, ''
  return shape
end

local function newHour()
  return newLog({ windowMs = 3600000, unitMs = 1875, maxEntries = 244 })
end

local function newDay()
  return newLog({ windowMs = DAY_MS, unitMs = 675, maxEntries = 128, costly = true })
end

local function newLeases()
  return newLog({ windowMs = 0, unitMs = 1000, maxEntries = 32, inserts = true })
end

local function gridOf(log)
  if log.level == 0 then return 1 end
  return log.unitMs * 2 ^ (log.level - 1)
end

local function roundedUp(time, grid)
  return ceil(time / grid) * grid
end

-- The entries as lists `ends`, `counts` and `costs`, read from the rest when they are first wanted.
local function open(log)
  if log.ends then return end
  local ends, counts, costs = {}, {}, {}
  local at, finish, grid = 1, log.first, gridOf(log)
  for row = 1, log.length - 1 do
    local packed, steps, cost = nil, 1, 0
    packed, at = readVarint(log.rest, at)
    if packed % 2 == 1 then steps, at = readVarint(log.rest, at) end
    if log.costly then cost, at = readVarint(log.rest, at) end
    ends[row], counts[row], costs[row] = finish, floor(packed / 2), cost
    finish = finish + steps * grid
  end
  if log.length > 0 then
    ends[log.length], counts[log.length], costs[log.length] = log.last, log.lastCount, log.lastCost
  end
  log.ends, log.counts, log.costs = ends, counts, costs
end

-- What an entry that is no longer the last adds to the rest.
local function packedEntry(log, count, cost, steps)
  local packed = steps == 1 and varint(count * 2) or varint(count * 2 + 1) .. varint(steps)
  return log.costly and packed .. varint(cost) or packed
end

-- Puts the lists back into the head and the rest.
local function close(log)
  if not log.ends then return end
  local ends, counts, costs, length = log.ends, log.counts, log.costs, #log.ends
  local grid, rest = gridOf(log), {}
  for row = 1, length - 1 do
    rest[row] = packedEntry(log, counts[row], costs[row], (ends[row + 1] - ends[row]) / grid)
  end
  log.rest, log.length = table.concat(rest), length
  log.first, log.last = ends[1] or 0, ends[length] or 0
  log.lastCount, log.lastCost = counts[length] or 0, costs[length] or 0
  log.ends = nil
end

local function keepFrom(log, row)
  local ends, counts, costs = {}, {}, {}
  for kept = row, #log.ends do
    ends[#ends + 1], counts[#counts + 1], costs[#costs + 1] = log.ends[kept], log.counts[kept], log.costs[kept]
  end
  log.ends, log.counts, log.costs = ends, counts, costs
  if #ends == 0 then log.level, log.crowd = 0, 0 end
end

local function nextRelease(log)
  if log.length == 0 then return huge end
  return log.first + log.windowMs
end

local function expire(log, now)
  close(log)
  if nextRelease(log) > now then return end
  open(log)
  local oldest, row = now - log.windowMs, 1
  while log.ends[row] and log.ends[row] <= oldest do
    log.count = log.count - log.counts[row]
    log.cost = log.cost - log.costs[row]
    row = row + 1
  end
  keepFrom(log, row)
  close(log)
end

local function coarsen(log)
  log.level, log.crowd = log.level + 1, 0
  local grid, ends, counts, costs = gridOf(log), {}, {}, {}
  for row = 1, #log.ends do
    local finish, last = roundedUp(log.ends[row], grid), #ends
    if ends[last] == finish then
      counts[last] = counts[last] + log.counts[row]
      costs[last] = costs[last] + log.costs[row]
    else
      ends[last + 1], counts[last + 1], costs[last + 1] = finish, log.counts[row], log.costs[row]
    end
  end
  log.ends, log.counts, log.costs = ends, counts, costs
end

local function rowAt(log, time)
  for row = 1, #log.ends do
    if log.ends[row] >= time then return row end
  end
  return #log.ends + 1
end

local function insert(log, time, cost)
  open(log)
  local length, unit = #log.ends, log.unitMs
  local last = log.ends[length] or -huge
  if log.level > 0 and length <= log.maxEntries / 4 and last < time then log.level = 0 end
  local crowded = length > 0 and roundedUp(time, unit) == roundedUp(last, unit)
  local finish = time
  if log.level > 0 then
    finish = roundedUp(time, gridOf(log))
  elseif time > last and crowded and log.crowd >= CROWD then
    finish = roundedUp(time, unit)
  end
  local joinsLast = finish <= last and (not log.inserts or last - finish < unit)
  local row = joinsLast and length or rowAt(log, finish)
  if joinsLast or log.ends[row] == finish then
    log.counts[row] = log.counts[row] + 1
    log.costs[row] = log.costs[row] + cost
  else
    if log.level == 0 then log.crowd = crowded and min(log.crowd + 1, CROWD) or 1 end
    table.insert(log.ends, row, finish)
    table.insert(log.counts, row, 1)
    table.insert(log.costs, row, cost)
    while #log.ends > log.maxEntries do coarsen(log) end
  end
  close(log)
end

-- Counts requests in the order of the list. Most go to the end of the log: then its rest need not be read, and what is
-- new is put behind it in one go.
local function addAll(log, times, costs)
  close(log)
  local grid, unit, level, crowd, parts = gridOf(log), log.unitMs, log.level, log.crowd, {}
  local maxEntries, inserts = log.maxEntries, log.inserts
  local sum, length, last, lastCount, lastCost = log.cost, log.length, log.last, log.lastCount, log.lastCost
  local lastUnit = ceil(last / unit)
  for request = 1, #times do
    local time, cost = times[request], 0
    if costs then
      cost = min(costs[request], LARGEST_SUM - sum)
      sum = sum + cost
    end
    local finish, crowded = time, false
    if level > 0 then
      finish = ceil(time / grid) * grid
    else
      crowded = length > 0 and ceil(time / unit) == lastUnit
      if time > last and crowded and crowd >= CROWD then finish = lastUnit * unit end
    end
    if finish <= last and (not inserts or last - finish < unit) then
      lastCount, lastCost = lastCount + 1, lastCost + cost
    elseif length > 0 and finish > last and length < maxEntries and (level == 0 or length > maxEntries / 4) then
      parts[#parts + 1] = packedEntry(log, lastCount, lastCost, (finish - last) / grid)
      crowd = level == 0 and (crowded and min(crowd + 1, CROWD) or 1) or crowd
      length, last, lastUnit, lastCount, lastCost = length + 1, finish, ceil(finish / unit), 1, cost
    else
      log.rest, parts = log.rest .. table.concat(parts), {}
      log.crowd, log.length, log.last, log.lastCount, log.lastCost = crowd, length, last, lastCount, lastCost
      insert(log, time, cost)
      grid, level, crowd = gridOf(log), log.level, log.crowd
      length, last, lastCount, lastCost = log.length, log.last, log.lastCount, log.lastCost
      lastUnit = ceil(last / unit)
    end
  end
  log.rest = log.rest .. table.concat(parts)
  log.count, log.cost = log.count + #times, sum
  log.crowd, log.length, log.last, log.lastCount, log.lastCost = crowd, length, last, lastCount, lastCost
end

local function adjust(log, time, difference)
  open(log)
  local row = rowAt(log, time)
  if log.ends[row] then
    local booked = max(-log.costs[row], min(difference, LARGEST_SUM - log.cost))
    log.costs[row] = log.costs[row] + booked
    log.cost = log.cost + booked
  end
  close(log)
end

local function remove(log, time, cost)
  adjust(log, time, -cost)
  open(log)
  local row = rowAt(log, time)
  if log.ends[row] then
    log.count = log.count - 1
    log.counts[row] = log.counts[row] - 1
    if log.counts[row] == 0 then
      local left, heir = log.costs[row], min(row, #log.ends - 1)
      table.remove(log.ends, row)
      table.remove(log.counts, row)
      table.remove(log.costs, row)
      if heir == 0 then
        log.level, log.crowd, log.cost = 0, 0, 0
      else
        log.costs[heir] = log.costs[heir] + left
      end
    end
  end
  close(log)
end

-- When so much has left the log: at once (nil) when nothing has to, never (huge) when it is more than the log holds.
local function roomFrom(log, count, cost)
  if count == 0 and cost == 0 then return nil end
  open(log)
  local released, refunded, release = 0, 0, huge
  for row = 1, #log.ends do
    released = released + log.counts[row]
    refunded = refunded + log.costs[row]
    if released >= count and refunded >= cost then
      release = log.ends[row] + log.windowMs
      break
    end
  end
  close(log)
  return release
end

-- Runs of open reservations ---------------------------------------------------------------------------------------

local function openRuns(runs)
  local starts, lengths = {}, {}
  local at, start = 1, runs.first
  for run = 1, runs.size - 1 do
    local halves = byte(runs.rest, at)
    local length, gap = floor(halves / 16) + 1, halves % 16 + 1
    at = at + 1
    if length == 16 then
      length, at = readVarint(runs.rest, at)
      length = length + 16
    end
    if gap == 16 then
      gap, at = readVarint(runs.rest, at)
      gap = gap + 16
    end
    starts[run], lengths[run] = start, length
    start = start + length + gap
  end
  if runs.size > 0 then starts[runs.size], lengths[runs.size] = runs.last, runs.lastLength end
  runs.starts, runs.lengths = starts, lengths
end

local function packedRun(length, gap)
  local high, low = min(length, 16) - 1, min(gap, 16) - 1
  local packed = char(high * 16 + low)
  if high == 15 then packed = packed .. varint(length - 16) end
  if low == 15 then packed = packed .. varint(gap - 16) end
  return packed
end

local function closeRuns(runs)
  local starts, lengths, rest = runs.starts, runs.lengths, {}
  if #starts > MOST_RUNS then
    table.remove(starts, 1)
    table.remove(lengths, 1)
  end
  local size = #starts
  for run = 1, size - 1 do
    rest[run] = packedRun(lengths[run], starts[run + 1] - starts[run] - lengths[run])
  end
  runs.size, runs.rest = size, table.concat(rest)
  runs.first, runs.last, runs.lastLength = starts[1] or 0, starts[size] or 0, lengths[size] or 0
end

local function addToRuns(runs, number)
  if runs.size > 0 and runs.last + runs.lastLength == number then
    runs.lastLength = runs.lastLength + 1
    return
  end
  openRuns(runs)
  runs.starts[#runs.starts + 1], runs.lengths[#runs.lengths + 1] = number, 1
  closeRuns(runs)
end

local function deleteFromRuns(runs, number)
  openRuns(runs)
  local starts, lengths, run = runs.starts, runs.lengths, nil
  for candidate = 1, #starts do
    if starts[candidate] <= number and number < starts[candidate] + lengths[candidate] then run = candidate end
  end
  if not run then return false end
  local start, before = starts[run], number - starts[run]
  local after = lengths[run] - before - 1
  table.remove(starts, run)
  table.remove(lengths, run)
  if after > 0 then
    table.insert(starts, run, number + 1)
    table.insert(lengths, run, after)
  end
  if before > 0 then
    table.insert(starts, run, start)
    table.insert(lengths, run, before)
  end
  closeRuns(runs)
  return true
end

local function deleteRunsBelow(runs, limit)
  openRuns(runs)
  local starts, lengths = runs.starts, runs.lengths
  while starts[1] and starts[1] < limit do
    local surviving = starts[1] + lengths[1] - limit
    if surviving > 0 then
      starts[1], lengths[1] = limit, surviving
    else
      table.remove(starts, 1)
      table.remove(lengths, 1)
    end
  end
  closeRuns(runs)
end

-- The usage -------------------------------------------------------------------------------------------------------

local function newUsage()
  return {
    salt = NO_SALT, lastAt = 0, nextSequence = 1, markedSequence = 1, markedAt = 0,
    hour = newHour(), day = newDay(), leases = newLeases(),
    runs = { size = 0, first = 0, last = 0, lastLength = 0, rest = '' },
  }
end

local function unpackUsage(packed)
  local u = newUsage()
  local h, d, l, r = u.hour, u.day, u.leases, u.runs
  local format, nextChange, hourBytes, dayBytes, leasesBytes
  format, u.salt, u.nextSequence, u.markedSequence, u.markedAt, nextChange,
    h.level, h.crowd, h.length, h.count, h.first, h.last, h.lastCount,
    d.level, d.crowd, d.length, d.count, d.first, d.last, d.lastCount, d.cost, d.lastCost,
    l.level, l.crowd, l.length, l.count, l.first, l.last, l.lastCount,
    r.size, r.first, r.last, r.lastLength,
    hourBytes, dayBytes, leasesBytes = struct.unpack(HEADER, packed)
  local at = HEADER_BYTES
  h.rest, at = sub(packed, at + 1, at + hourBytes), at + hourBytes
  d.rest, at = sub(packed, at + 1, at + dayBytes), at + dayBytes
  l.rest, at = sub(packed, at + 1, at + leasesBytes), at + leasesBytes
  r.rest = sub(packed, at + 1)
  return u
end

local function packUsage(u)
  local h, d, l, r = u.hour, u.day, u.leases, u.runs
  local nextChange = min(nextRelease(h), nextRelease(d), nextRelease(l))
  return struct.pack(HEADER, 1, u.salt, u.nextSequence, u.markedSequence, u.markedAt,
    nextChange == huge and 0 or nextChange,
    h.level, h.crowd, h.length, h.count, h.first, h.last, h.lastCount,
    d.level, d.crowd, d.length, d.count, d.first, d.last, d.lastCount, d.cost, d.lastCost,
    l.level, l.crowd, l.length, l.count, l.first, l.last, l.lastCount,
    r.size, r.first, r.last, r.lastLength,
    #h.rest, #d.rest, #l.rest) .. h.rest .. d.rest .. l.rest .. r.rest
end

local function count(u, time, cost)
  u.lastAt = time
  addAll(u.hour, { time })
  addAll(u.day, { time }, { cost })
end

-- The number of a new reservation; the request is counted apart.
local function nextReservation(u, time)
  if time >= u.markedAt + DAY_MS then
    deleteRunsBelow(u.runs, u.markedSequence)
    u.markedSequence, u.markedAt = u.nextSequence, time
  end
  local sequence = u.nextSequence
  u.nextSequence = sequence + 1
  return sequence
end

local function replay(u, value, at, requests, packedAt)
  local times, costs, leaseEnds = {}, {}, {}
  for request = 1, requests do
    local sincePacked, cost, leaseMs = struct.unpack(REQUEST, value, at)
    local time = packedAt + sincePacked
    if leaseMs < TAKEN_BACK then times[#times + 1], costs[#costs + 1] = time, cost end
    if leaseMs > 0 then
      local sequence = nextReservation(u, time)
      if leaseMs < SETTLED then
        addToRuns(u.runs, sequence)
        leaseEnds[#leaseEnds + 1] = time + leaseMs
      end
    end
    at = at + REQUEST_BYTES
  end
  addAll(u.hour, times)
  addAll(u.day, times, costs)
  addAll(u.leases, leaseEnds)
end

local CORRUPT = { err = 'CORRUPT the usage of a user has not the form of this package' }

-- nil when the value has not the form of a usage.
local function readUsage(now)
  local value = redis.call('GET', key)
  if not value then return newUsage() end
  local head = sub(value, -HEAD_BYTES)
  if #head < HEAD_BYTES or byte(head) ~= 1 then return nil end
  local _, salt, _, lastAt = struct.unpack('<Bc12I6I6', head)
  local expiresAt, bytes, requests = struct.unpack('<I6HB', head, HEAD_BYTES - 8)
  if #value ~= bytes + requests * REQUEST_BYTES + HEAD_BYTES then return nil end
  if bytes > 0 and (bytes < HEADER_BYTES or byte(value) ~= 1) then return nil end
  local u = bytes == 0 and newUsage() or unpackUsage(sub(value, 1, bytes))
  u.salt, u.lastAt = salt, lastAt
  if requests > 0 then replay(u, value, bytes + 1, requests, expiresAt - KEY_LIVES_MS) end
  expire(u.hour, now)
  expire(u.day, now)
  expire(u.leases, now)
  return u
end

-- Gives the head.
local function writeUsage(u, now)
  local packed = packUsage(u)
  local quietUntil = min(nextRelease(u.hour), nextRelease(u.day), nextRelease(u.leases), u.markedAt + DAY_MS)
  local head = struct.pack(HEAD, 1, u.salt, u.nextSequence, u.lastAt, u.hour.count, u.day.count, u.day.cost,
    u.leases.count, u.hour.last, u.day.last, u.leases.last, quietUntil, now + KEY_LIVES_MS, #packed, 0)
  redis.call('SET', key, packed .. head, 'PX', KEY_LIVES_MS)
  return head
end

-- What counts, for the answer: used and last end of each window.
local function totals(u)
  return { u.hour.count, u.hour.last, u.day.count, u.day.last, u.day.cost, u.leases.count, u.leases.last }
end

local function surplus(used, limit)
  if not limit then return 0 end
  return max(0, used - limit)
end

-- The limit that binds longest and the ms it does, -1 for ever; nil when all limits have room.
local function refusal(u, perHour, perDay, budget, atOnce, estimate, now)
  local waits = {
    roomFrom(u.hour, surplus(u.hour.count + 1, perHour), 0) or -1,
    roomFrom(u.day, surplus(u.day.count + 1, perDay), 0) or -1,
    roomFrom(u.day, 0, surplus(u.day.cost + max(1, estimate), budget)) or -1,
    roomFrom(u.leases, surplus(u.leases.count + 1, atOnce), 0) or -1,
  }
  local longest = 1
  for limit = 2, 4 do
    if waits[limit] > waits[longest] then longest = limit end
  end
  if waits[longest] == -1 then return nil end
  if waits[longest] == huge then return longest, -1 end
  return longest, waits[longest] - now
end

local function signatureOf(text, salt)
  return sub(redis.sha1hex(salt .. '.' .. text .. '.' .. salt), 1, 16)
end
