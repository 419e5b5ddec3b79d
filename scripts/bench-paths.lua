-- For wrk: asks for the paths of the file named in BENCH_PATHS in turn, so that no page is asked for twice in a row.
local paths = {}
for line in io.lines(os.getenv("BENCH_PATHS")) do paths[#paths + 1] = line end
local n = 0
request = function()
   n = n + 1
   return wrk.format(nil, paths[(n - 1) % #paths + 1])
end
