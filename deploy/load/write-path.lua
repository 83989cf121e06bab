-- Each request is a notification of its own: the same minimum set under a new idempotency key.
local token = os.getenv("TOKEN")
local run = os.getenv("RUN")
local count = 0

local body = [[{"reportDate":"2026-11-23","diagnosisCategory":"CONFIRMED","diagnosisDate":"2026-11-23",
"patient":{"name":"架空 太郎","nameKana":"カクウ タロウ","sex":"MALE","birthDate":"1961-04-05"},
"currentLocation":{"municipalityCode":"011011","text":"札幌市中央区架空1-2-3","phone":"011-000-0000"},
"tests":[{"method":"NUCLEIC_ACID_AMPLIFICATION","specimen":"SALIVA","samplingDate":"2026-11-22","result":"POSITIVE"}],
"onsetDate":"2026-11-20","currentStatus":"ADMISSION_BEING_ARRANGED","attestedBy":"見本 医師"}]]

function request()
  count = count + 1
  return wrk.format("POST", nil, {
    ["Authorization"] = "Bearer " .. token,
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = run .. "-" .. count,
  }, body)
end

function done(summary, latency, requests)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("RATE %.1f FAILED %d P50 %.1f P99 %.1f\n",
    summary.requests / summary.duration * 1e6, failed, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
