local now = moment()
local u = readUsage(now)
if not u then return CORRUPT end
local limit, wait = refusal(u, perHour, perDay, budget, atOnce, estimate, now)
if limit then return string.format('%d %d', limit, wait) end
return 1
