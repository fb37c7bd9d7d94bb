local now = moment()
local u = readUsage(now)
if not u then return CORRUPT end
return totals(u)
