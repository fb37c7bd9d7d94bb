-- Calibrations, in a hash: under the name of each its weight, expected, agreed, and ms since the epoch. Form and meaning
-- are those of core/stores/calibration/aging.ts. ARGV[1]: what each outcome leaves of those before, the half-life in ms,
-- the most calibrations, how long the key lives in ms, expected, agreed, then the names.
local key, next = KEYS[1], string.gmatch(ARGV[1], '%S+')
local function number() return tonumber(next()) end
local leftByEach, halfLife, most, keyLives, expected, agreed = number(), number(), number(), number(), number(), number()
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for name in next do
  local weight, sumExpected, sumAgreed, stamp = 0, 0, 0, now
  local known = redis.call('HGET', key, name)
  if known then
    local fields = {}
    for field in string.gmatch(known, '%S+') do fields[#fields + 1] = tonumber(field) end
    if #fields ~= 4 then return redis.error_reply('CORRUPT') end
    local left = leftByEach * 0.5 ^ (math.max(0, now - fields[4]) / halfLife)
    weight, sumExpected, sumAgreed = fields[1] * left, fields[2] * left, fields[3] * left
    stamp = math.max(now, fields[4])
  elseif redis.call('HLEN', key) >= most then
    local all, oldest, oldestStamp = redis.call('HGETALL', key), nil, math.huge
    for index = 1, #all, 2 do
      local last = tonumber(string.match(all[index + 1], '%S+$') or 0) or 0
      if last < oldestStamp then oldest, oldestStamp = all[index], last end
    end
    redis.call('HDEL', key, oldest)
  end
  redis.call('HSET', key, name, string.format('%.17g %.17g %.17g %.0f', weight + 1, sumExpected + expected,
    sumAgreed + agreed, stamp))
end
redis.call('PEXPIRE', key, keyLives)
return 1
