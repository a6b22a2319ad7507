import { buffer } from 'node:stream/consumers';
import {
  OkaeriError,
  fileBytesMost,
  filesAtOnce,
  filesPerVisit,
  overStatuses,
  recordingBytesMost,
  recordingHours,
} from '@okaeri/contracts';
import type { ErrorCode, FileForm, FileReason, PersonId, VisitId } from '@okaeri/contracts';
import type { Scanner, Vault } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { Turns, keepBytes, unlessDamaged } from '../pieces';
import { tellLookers, visitFacts } from '../visit-facts';
import type { VisitFacts } from '../visit-facts';
import { cleanName, nameAs } from './file-names';
import { StoredFile } from './file.entity';
import type { FileId } from './file.entity';
import { scanned } from './scan';
import { headBytes, judge, mayBecome, promisedType } from './sniff';
import type { Verdict } from './sniff';

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
    inVault: true,
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
  vault: Vault,
  { fileId, offset, piece }: { fileId: FileId; offset: number; piece: Buffer },
): Promise<StoredFile> {
  const file = await em.findOne(StoredFile, { where: { id: fileId }, lock: { mode: 'pessimistic_write' } });
  if (!file || file.state === 'removed') throw new OkaeriError('not_found');
  if (file.state !== 'receiving') return file;
  if (!file.inVault) return anew(em, file);
  const { patientId } = await visitFacts(em, file.visitId);
  const { bytes, received: before } = file;
  const received = await keepBytes(vault, { id: fileId, patientId, bytes, received: before }, offset, piece);
  if (received === 0 && before > 0) return anew(em, file);
  await em.update(StoredFile, { id: fileId }, { received });
  return Object.assign(file, { received });
}

/** Its sender begins once more: he goes on from what he is told has been received. */
async function anew(em: EntityManager, file: StoredFile): Promise<StoredFile> {
  const begun = { received: 0, inVault: true };
  await em.update(StoredFile, { id: file.id }, begun);
  return Object.assign(file, begun);
}

/** Files are looked into one after the other: each is read into memory as a whole. */
const looking = new Turns();

/**
 * What becomes of it as far as it is here. The first bytes are looked at as soon as they are here, the rest when it is
 * whole; outside of any transaction, for a large document takes seconds.
 */
export async function settleFile(
  run: <T>(fn: (em: EntityManager) => Promise<T>) => Promise<T>,
  { vault, scanner }: { vault: Vault; scanner: Scanner | null },
  file: StoredFile,
): Promise<StoredFile> {
  if (file.state !== 'receiving') return file;
  const whole = file.received === file.bytes;
  if (!whole && (file.received < headBytes || file.type !== null)) return file;
  if (!whole) {
    const type = promisedType(await read(vault, file.id, headBytes), file.recorded);
    return settle(run, vault, file, type ? { type } : { state: 'refused', why: 'type' });
  }
  return looking.take(async () => {
    const bytes = await read(vault, file.id, file.bytes).catch(unlessDamaged);
    const looked = bytes ? await judge(bytes, file.recorded) : unreadable;
    if (!bytes || looked.state === 'refused') return settle(run, vault, file, looked);
    const scan = await scanned(scanner, [bytes]);
    const verdict: Verdict = scan === 'infected' ? { state: 'held', type: looked.type, why: 'infected' } : looked;
    await vault.seal(file.id);
    const sha256 = await vault.hash(file.id);
    const name = nameAs(file.name, looked.type);
    return settle(run, vault, file, { ...verdict, scan, name, sha256, readyAt: now() });
  });
}

type Settled = Partial<Pick<StoredFile, 'state' | 'type' | 'why' | 'scan' | 'name' | 'sha256' | 'readyAt'>>;

/** Only what is still being received changes; whoever came second finds it as it is. */
async function settle(
  run: <T>(fn: (em: EntityManager) => Promise<T>) => Promise<T>,
  vault: Vault,
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
  if (settled.state === 'refused') await vault.remove(settled.id);
  return settled;
}

/** What a machine that lost its power has left half of cannot be gone on with; its sender is told to send it again. */
const unreadable = { state: 'refused', type: null, why: 'unreadable' } as const;

async function read(vault: Vault, id: string, bytes: number): Promise<Buffer> {
  return buffer(await vault.openRead(id, { start: 0, end: bytes - 1 }, 'open'));
}

const heldCodes: Partial<Record<FileReason, ErrorCode>> = { script: 'file_scripts', infected: 'file_infected' };

/** What a sender is told of a file that will not be shown; `null` where there is nothing to tell. */
export function refusalOf({
  state,
  why,
  recorded,
}: Pick<StoredFile, 'state' | 'why' | 'recorded'>): OkaeriError | null {
  if (state === 'held') return new OkaeriError(why ? (heldCodes[why] ?? 'file_held') : 'file_held');
  if (state === 'refused') return new OkaeriError(why === 'type' ? typeCode(recorded) : 'file_broken');
  return null;
}
