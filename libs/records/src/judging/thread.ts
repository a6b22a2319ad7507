import { parentPort, workerData } from 'node:worker_threads';
import type { About } from '../import/judge-file';
import { judge } from './judge';
import type { Verdict } from '../import/judge-bytes';
import { rehearse } from './rehearse';

/*
 * Judges files in a thread of its own, one after the other: a long one holds up nobody but those behind it, and one that takes too long is
 * ended. It loads what says what FHIR is, and nothing that knows a database.
 */

/** What the thread is told: a file, or that one of its texts was taken. */
export type Asked = { bytes: Uint8Array; about: About } | 'more';
/** What it answers: a text to be kept, or the end. */
export type Answered = { rows: string } | { verdict: Verdict };

/** So many texts may lie ready: who writes them is not waited for, and does not drown in them. */
const ahead = 3;

const say = (answer: Answered): void => parentPort?.postMessage(answer);
let judging: ReturnType<typeof judge> | null = null;
let free = 0;

function goOn(): void {
  while (judging && free > 0) {
    const next = judging.next();
    if (next.done) judging = null;
    else free -= 1;
    say(next.done ? { verdict: next.value } : { rows: next.value });
  }
}

parentPort?.on('message', (asked: Asked) => {
  if (asked === 'more') free += 1;
  else {
    judging = judge(Buffer.from(asked.bytes.buffer, asked.bytes.byteOffset, asked.bytes.byteLength), asked.about);
    free = ahead;
  }
  goOn();
});
if ((workerData as { rehearses: boolean }).rehearses) rehearse();
