-- Each request is a notification of its own: the same minimum set, of somebody else, under a new idempotency key.
local token = os.getenv("TOKEN")
local run = os.getenv("RUN")
local count = 0

local body = [[{"reportDate":"2026-11-23","diagnosisCategory":"CONFIRMED","diagnosisDate":"2026-11-23",
"patient":{"name":"架空 太郎","nameKana":"カクウ %s","sex":"MALE","birthDate":"%04d-%02d-%02d"},
"currentLocation":{"municipalityCode":"011011","text":"札幌市中央区架空1-2-3","phone":"090-%04d-%04d"},
"tests":[{"method":"NUCLEIC_ACID_AMPLIFICATION","specimen":"SALIVA","samplingDate":"2026-11-22","result":"POSITIVE"}],
"onsetDate":"2026-11-20","currentStatus":"ADMISSION_BEING_ARRANGED","attestedBy":"見本 医師"}]]

local letters = {"ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ", "サ", "シ", "ス", "セ", "ソ", "タ", "チ", "ツ", "テ", "ト"}

-- Somebody whom no two requests share: each submission is checked for the same person.
local function somebody()
  local kana = ""
  for _ = 1, 6 do
    kana = kana .. letters[math.random(#letters)]
  end
  return string.format(body, kana, math.random(1930, 2005), math.random(12), math.random(28), math.random(0, 9999), math.random(0, 9999))
end

function init()
  math.randomseed(os.time())
end

function request()
  count = count + 1
  return wrk.format("POST", nil, {
    ["Authorization"] = "Bearer " .. token,
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = run .. "-" .. count,
  }, somebody())
end

function done(summary, latency, requests)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("RATE %.1f FAILED %d P50 %.1f P99 %.1f\n",
    summary.requests / summary.duration * 1e6, failed, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
