// An institution's record system: sends one notification (発生届), and prints its receipt, or everything that is wrong with it.
// node ehr.js [NOTIFICATION.json [IDEMPOTENCY_KEY]]
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from './system.js';

const [file = new URL('notification.json', import.meta.url), key = crypto.randomUUID()] = process.argv.slice(2);
const body = readFileSync(file, 'utf8');
const send = await connect('notification.write');

// However often it is sent under its key, it is taken in once: after a lost answer it is sent again. A real system keeps the key with the notification.
async function submit() {
  for (let tries = 0; tries < 20; tries++) {
    try {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
      const answer = await send('/api/v1/notifications', { method: 'POST', headers, body });
      if (!answer.headers.has('Retry-After')) return answer;
      await pause(answer.headers.get('Retry-After') * 1000);
    } catch (lost) {
      console.error(`no answer (${lost.message}), once more`);
      await pause(1000);
    }
  }
  throw new Error('the notification could not be sent');
}

const answer = await submit();
const told = await answer.json();
if (answer.ok) {
  console.log(JSON.stringify(told, null, 2));
} else {
  console.error(`${answer.status} ${told.title} (${told.traceId})`);
  (told.errors ?? []).forEach((error) => console.error(`  ${error.pointer} ${error.code} ${error.message}`));
  process.exitCode = 1;
}
