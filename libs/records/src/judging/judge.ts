import { rowsText } from '@okaeri/chart/fhir';
import type { Incoming } from '@okaeri/chart/fhir';
import type { ImportFault } from '@okaeri/contracts';
import { judgeFile } from '../import/judge-file';
import type { About, Told } from '../import/judge-file';
import { keptDocument } from '../import/kept-document';
import { readBundle } from '../import/read-bundle';
import { looksLikeXml } from '../import/read-xml';

/** What is told of a file in the end, or why nothing of it can be taken. */
export type Verdict = Told | ImportFault;

/** So many go into one statement, and about so much text. */
const rowsMost = 500;
const charactersMost = 1_048_576;

/** What becomes of a file: what is to be kept of it, each time as much as one statement takes, and in the end what is told of it. */
export function* judge(bytes: Buffer, about: About): Generator<string, Verdict> {
  if (looksLikeXml(bytes)) {
    const document = keptDocument(bytes, about.sha256);
    if (typeof document === 'string') return document;
    const { incoming, ...told } = document;
    yield rowsText(incoming);
    return told;
  }
  const file = readBundle(bytes);
  return typeof file === 'string' ? file : yield* together(judgeFile(file, about));
}

function* together(judged: Generator<Incoming | null, Told>): Generator<string, Told> {
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
