local now = moment()
local u = readUsage(now)
if not u then return CORRUPT end
if signatureOf(userKey .. '.' .. text, u.salt) ~= signature then return -1 end
if not deleteFromRuns(u.runs, sequence) then return 0 end
if leaseEnd > now then remove(u.leases, leaseEnd, 0) end
if not cost then
  if time > now - u.hour.windowMs then remove(u.hour, time, 0) end
  if time > now - DAY_MS then remove(u.day, time, estimate) end
elseif time > now - DAY_MS then
  adjust(u.day, time, cost - estimate)
end
writeUsage(u, now)
return 1
