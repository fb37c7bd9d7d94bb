local now, stamp = moment()
local u = readUsage(now)
if not u then return CORRUPT end
count(u, stamp, tonumber(ARGV[1]))
writeUsage(u, now)
return 1
