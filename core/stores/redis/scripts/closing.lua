local now = moment()
local u = readUsage(now)
if not u then return CORRUPT end
if signatureOf(userKey .. '.' .. text, u.salt) ~= signature then return -1 end
if not deleteFromRuns(u.runs, sequence) then return 0 end
if leaseEnd > now then remove(u.leases, leaseEnd, 0) end
if not cost then
  if countedAt > now - u.hour.windowMs then remove(u.hour, countedAt, 0) end
  if countedAt > now - DAY_MS then remove(u.day, countedAt, estimate) end
elseif countedAt > now - DAY_MS then
  adjust(u.day, countedAt, cost - estimate)
end
writeUsage(u, now)
return 1
