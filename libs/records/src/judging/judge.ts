import { rowsText } from '@okaeri/chart/fhir';
import type { Incoming } from '@okaeri/chart/fhir';
import { judgeBytes } from '../import/judge-bytes';
import type { Verdict } from '../import/judge-bytes';
import type { About } from '../import/judge-file';

/** So many go into one statement, and about so much text. */
const rowsMost = 500;
const charactersMost = 1_048_576;

/** What becomes of a file: what is to be kept of it, each time as much as one statement takes, and in the end what is told of it. */
export function* judge(bytes: Buffer, about: About): Generator<string, Verdict> {
  const judged = judgeBytes(bytes, about);
  let rows: Incoming[] = [];
  let characters = 0;
  for (;;) {
    const next = judged.next();
    if (!next.done && next.value) {
      rows.push(next.value);
      characters += next.value.body.length;
    }
    const isLast = next.done || next.value === null;
    if (rows.length > 0 && (isLast || rows.length === rowsMost || characters >= charactersMost)) {
      yield rowsText(rows);
      rows = [];
      characters = 0;
    }
    if (next.done) return next.value;
  }
}
