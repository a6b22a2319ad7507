import {
  OkaeriError,
  fileBytesMost,
  filesAtOnce,
  filesPerVisit,
  overStatuses,
  recordingBytesMost,
  recordingHours,
} from '@okaeri/contracts';
import type { FileForm, PersonId, VisitId } from '@okaeri/contracts';
import type { BlobStore } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { tellLookers, visitFacts } from '../visit-facts';
import type { VisitFacts } from '../visit-facts';
import { cleanName, nameAs } from './file-names';
import { StoredFile } from './file.entity';
import type { FileId } from './file.entity';
import { headBytes, judge, mayBecome, promisedType } from './sniff';

/**
 * Makes room for a file whose pieces follow. Refused at once: what is too large, what cannot be shown whatever it holds,
 * and what comes to a visit that takes nothing any more.
 */
export async function expectFile(
  em: EntityManager,
  { visitId, by, form }: { visitId: VisitId; by: PersonId; form: FileForm },
): Promise<FileId> {
  const { recorded } = form;
  if (form.bytes > (recorded ? recordingBytesMost : fileBytesMost)) {
    throw new OkaeriError(recorded ? 'recording_too_large' : 'file_too_large');
  }
  if (form.bytes === 0 || !mayBecome(form.type, recorded)) throw new OkaeriError(typeCode(recorded));
  const visit = await visitFacts(em, visitId, true);
  if (visit.status === 'cancelled') throw new OkaeriError('visit_cancelled');
  if (overStatuses.includes(visit.status) && !(recorded && isLateEnough(visit))) throw new OkaeriError('visit_over');
  // One after the other for each person, so that the numbers below are right.
  await em.query('select pg_advisory_xact_lock(hashtextextended($1, 5))', [by]);
  const [counted]: { kept: number; coming: number }[] = await em.query(
    `select (count(*) filter (where visit_id = $1 and state in ('receiving', 'ready', 'held')))::int as kept,
            (count(*) filter (where by_id = $2 and state = 'receiving'))::int as coming
       from file where visit_id = $1 or by_id = $2`,
    [visitId, by],
  );
  if (counted && (counted.kept >= filesPerVisit || counted.coming >= filesAtOnce)) throw new OkaeriError('too_many');
  const file = em.create(StoredFile, {
    visitId,
    episodeId: visit.episodeId,
    byId: by,
    name: cleanName(form.name),
    recorded,
    bytes: form.bytes,
    createdAt: now(),
    demo: visit.demo,
  });
  return (await em.save(file)).id;
}

const typeCode = (recorded: boolean) => (recorded ? 'recording_type' : 'file_type');

/** What was recorded while the link was gone may come when the visit is over, for a day. */
function isLateEnough({ endedAt }: VisitFacts): boolean {
  return endedAt !== null && now().since(endedAt).total('hours') < recordingHours;
}

/**
 * Keeps a piece that has arrived. It is held in memory as a whole before it is written, under the row's lock: so two
 * windows cannot write at once, and nothing is written to a file after it was looked into. `file_offset` tells where to
 * go on.
 */
export async function keepPiece(
  em: EntityManager,
  blobs: BlobStore,
  { fileId, offset, piece }: { fileId: FileId; offset: number; piece: Buffer },
): Promise<StoredFile> {
  const file = await em.findOne(StoredFile, { where: { id: fileId }, lock: { mode: 'pessimistic_write' } });
  if (!file || file.state === 'removed') throw new OkaeriError('not_found');
  if (file.state !== 'receiving') return file;
  if (offset !== file.received) throw new OkaeriError('file_offset', {}, { offset: file.received });
  if (offset + piece.length > file.bytes) throw new OkaeriError('file_cut');
  if (piece.length === 0) return file;
  await blobs.append(fileId, offset, once(piece), piece.length);
  const received = offset + piece.length;
  await em.update(StoredFile, { id: fileId }, { received });
  return Object.assign(file, { received });
}

async function* once(piece: Buffer): AsyncGenerator<Uint8Array> {
  yield piece;
}

/**
 * What becomes of it as far as it is here. The first bytes are looked at as soon as they are here, the rest when it is
 * whole; outside of any transaction, for a large document takes seconds.
 */
export async function settleFile(
  run: <T>(fn: (em: EntityManager) => Promise<T>) => Promise<T>,
  blobs: BlobStore,
  file: StoredFile,
): Promise<StoredFile> {
  if (file.state !== 'receiving') return file;
  const whole = file.received === file.bytes;
  if (!whole && (file.received < headBytes || file.type !== null)) return file;
  if (!whole) {
    const type = promisedType(await read(blobs, file.id, headBytes), file.recorded);
    return settle(run, blobs, file, type ? { type } : { state: 'refused', why: 'type' });
  }
  await turn();
  try {
    const bytes = await read(blobs, file.id, file.bytes);
    const verdict = await judge(bytes, file.recorded);
    if (verdict.state === 'refused') return await settle(run, blobs, file, verdict);
    await blobs.seal(file.id);
    const sha256 = await blobs.hash(file.id);
    const name = nameAs(file.name, verdict.type);
    return await settle(run, blobs, file, { ...verdict, name, sha256, readyAt: now() });
  } finally {
    waiting.shift();
    waiting[0]?.();
  }
}

type Settled = Partial<Pick<StoredFile, 'state' | 'type' | 'why' | 'name' | 'sha256' | 'readyAt'>>;

/** Only what is still being received changes; whoever came second finds it as it is. */
async function settle(
  run: <T>(fn: (em: EntityManager) => Promise<T>) => Promise<T>,
  blobs: BlobStore,
  file: StoredFile,
  values: Settled,
): Promise<StoredFile> {
  const settled = await run(async (em) => {
    const row = await em.findOne(StoredFile, { where: { id: file.id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw new OkaeriError('not_found');
    if (row.state !== 'receiving') return row;
    const version = row.version + 1;
    await em.update(StoredFile, { id: row.id }, { ...values, version });
    if (values.state) await tellLookers(em, await visitFacts(em, row.visitId));
    return Object.assign(row, values, { version });
  });
  if (settled.state === 'refused') await blobs.remove(settled.id);
  return settled;
}

/** Files are looked into one after the other: each is read into memory as a whole. */
const waiting: (() => void)[] = [];

function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) resolve();
  });
}

async function read(blobs: BlobStore, id: string, bytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await blobs.openRead(id, { start: 0, end: bytes - 1 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** What a sender is told of a file that will not be shown; `null` where there is nothing to tell. */
export function refusalOf({
  state,
  why,
  recorded,
}: Pick<StoredFile, 'state' | 'why' | 'recorded'>): OkaeriError | null {
  if (state === 'held') return new OkaeriError(why === 'script' ? 'file_scripts' : 'file_held');
  if (state === 'refused') return new OkaeriError(why === 'type' ? typeCode(recorded) : 'file_broken');
  return null;
}
