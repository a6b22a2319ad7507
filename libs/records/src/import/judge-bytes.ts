import type { Incoming } from '@okaeri/chart/fhir';
import type { ImportFault } from '@okaeri/contracts';
import { isFhirXml, jsonOfXml } from './fhir-xml';
import { judgeFile } from './judge-file';
import type { About, Told } from './judge-file';
import { keptDocument } from './kept-document';
import { readBundle } from './read-bundle';
import type { ReadFile } from './read-bundle';
import { looksLikeXml, xmlText } from './read-xml';
import { unpacked } from './text-of';

/** What is told of a file in the end, or why nothing of it can be taken. */
export type Verdict = Told | ImportFault;

/** What becomes of a file, in whichever shape it is handed out: FHIR as JSON or XML, packed or not, or a document of another kind in XML. */
export function* judgeBytes(bytes: Buffer, about: About): Generator<Incoming | null, Verdict> {
  const content = unpacked(bytes);
  if (typeof content === 'string') return content;
  if (!looksLikeXml(content)) return yield* judgeRead(readBundle(content), about);
  if (content.length > xmlMost) return 'tooMuch';
  const text = xmlText(content);
  if (text === null) return 'notText';
  if (isFhirXml(text)) {
    const json = jsonOfXml(text);
    return typeof json === 'string' ? json : yield* judgeRead(readBundle(json), about);
  }
  const document = keptDocument(text, content.length, about);
  if (typeof document === 'string') return document;
  const { incoming, ...told } = document;
  yield incoming;
  return told;
}

/** All of it is in memory at once. */
const xmlMost = 16_777_216;

function* judgeRead(file: ReadFile | ImportFault, about: About): Generator<Incoming | null, Verdict> {
  return typeof file === 'string' ? file : yield* judgeFile(file, about);
}
