// A health centre's own system: keeps a copy of the cases (症例) that its centre may see, in a file with the cursor behind it.
// node puller.js [COPY.json] [--once]      --once: until nothing is new
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from './system.js';

const once = process.argv.includes('--once');
const file = process.argv.slice(2).find((one) => one !== '--once') ?? 'cases.json';
const limit = process.env.HERSYS_LIMIT ?? '100';
const get = await connect('case.read');
let copy = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { cursor: null, cases: {} };
let tag = null;

// Cases and cursor are saved together, whole or not at all: after a crash it goes on from there, and misses nothing.
function save() {
  writeFileSync(`${file}.new`, JSON.stringify(copy), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

async function pull() {
  const cursor = copy.cursor ? `&cursor=${encodeURIComponent(copy.cursor)}` : '';
  const headers = { Accept: 'application/x-ndjson', ...(tag && { 'If-None-Match': tag }) };
  const answer = await get(`/api/v1/cases/changes?limit=${limit}${cursor}`, { headers });
  if (answer.status === 304) return false; // nothing has changed
  if (answer.status === 410) { // the system was restored: begin again
    copy = { cursor: null, cases: {} };
    tag = null;
    return true;
  }
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  for (const line of (await answer.text()).split('\n').filter(Boolean)) {
    const change = JSON.parse(line);
    if (change.kind === 'LEFT') delete copy.cases[change.caseId]; // no longer ours to keep
    else copy.cases[change.caseId] = change.case;
  }
  const next = answer.headers.get('Hersys-Next-Cursor');
  tag = next === copy.cursor ? answer.headers.get('ETag') : null;
  copy.cursor = next;
  save();
  return answer.headers.get('Hersys-More') === 'true';
}

for (;;) {
  const more = await pull().catch((failure) => console.error(failure.message));
  if (more === false && once) break;
  if (!more) await pause(1000);
}
