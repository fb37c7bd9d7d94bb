-- ARGV[1]: requests per hour, per day, budget, requests at once (`-` = unlimited), estimate.
-- Gives 1 when there is room; or the limit's number and the ms to wait.
-- Nearly every check finds room even before anything that left its window is taken off. That much the head tells.
local perHour, perDay, budget, atOnce, estimate = string.match(ARGV[1], '^(%S+) (%S+) (%S+) (%S+) (%S+)$')
perHour, perDay, budget, atOnce = tonumber(perHour), tonumber(perDay), tonumber(budget), tonumber(atOnce)
estimate = tonumber(estimate)
local head = redis.call('GETRANGE', KEYS[1], -77, -1)
if #head == 77 and string.byte(head) == 1 then
  local hourly, daily, nanoUsd, concurrent = struct.unpack('<I4I4I7I4', head, 26)
  if (not perHour or hourly < perHour)
    and (not perDay or daily < perDay)
    and (not budget or nanoUsd + (estimate > 1 and estimate or 1) <= budget)
    and (not atOnce or concurrent < atOnce)
  then
    return 1
  end
end
