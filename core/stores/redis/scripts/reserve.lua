local now, stamp = moment()
local u = readUsage(now)
if not u then return CORRUPT end
local limit, wait = refusal(u, perHour, perDay, budget, atOnce, estimate, now)
if limit then return { limit, wait, totals(u) } end
if u.salt == NO_SALT then u.salt = newSalt() end
count(u, stamp, estimate)
addToRuns(u.runs, nextReservation(u, stamp))
addAll(u.leases, { stamp + leaseMs })
return writeUsage(u, now)
