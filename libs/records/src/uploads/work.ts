import { OkaeriError } from '@okaeri/contracts';
import type { ScanState } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { scanned } from '../files/scan';
import { InstanceKeeper } from '../imaging/keep-instance';
import type { FoundInstance } from '../imaging/keep-instance';
import type { Whose } from '../imaging/same-person';
import { chartUpload, grantedTo } from './chart-upload';
import { keepParts } from './keep-parts';
import { lookAt, told } from './look';
import type { Bringing, Looked, UploadTools } from './look';
import { Report } from './report';
import { RecordUpload } from './upload.entity';
import type { UploadId } from './upload.entity';
import { lookIntoZip, partId } from './unzip';
import type { FoundPart } from './unzip';

/** Longer than this nobody is believed to be at it who has not said so again. */
const claimSeconds = 60;
const renewMs = 15_000;
/** So often a file may bring down who looks into it. */
const attemptsMost = 5;

interface Outcome extends Omit<Looked, 'instance'> {
  sha256: string | null;
  scan: ScanState;
  instances: FoundInstance[];
  /** Of an archive: what of it becomes a file of its own, and what was laid aside of it. */
  found: FoundPart[];
  parts: number;
}

/**
 * Looks into a file that is here as a whole, and writes what became of it: all of it, or nothing. Whoever comes second finds it
 * taken. What cannot be done now, as without keys, is done later.
 */
export async function settleUpload(tools: UploadTools, uploadId: UploadId): Promise<void> {
  const upload = await claim(tools, uploadId);
  if (!upload) return;
  const renewing = setInterval(() => void renew(tools, upload).catch(() => undefined), renewMs);
  try {
    const outcome = await lookInto(tools, upload);
    await write(tools, upload, outcome);
  } catch (error) {
    await release(tools, upload);
    throw error;
  } finally {
    clearInterval(renewing);
  }
}

/** Looks into what nobody is looking into: the process that was at it has ended. Answers how many there were. */
export async function settleUploads(tools: UploadTools, signal: AbortSignal): Promise<number> {
  let looked = 0;
  const failed: unknown[] = [];
  for (let after: string | null = null; !signal.aborted;) {
    const rows: { id: UploadId }[] = await tools.db.manager.query(
      `select id from record_upload where state = 'working' and ($1::uuid is null or id > $1)
          and (working_until is null or working_until < $2::timestamptz) order by id limit 1`,
      [after, toIso(now())],
    );
    const [row] = rows;
    if (!row) break;
    after = row.id;
    // One that cannot be looked into keeps none from those behind it.
    await settleUpload(tools, row.id).catch((error: unknown) => failed.push(error));
    looked += 1;
  }
  if (failed.length > 0) throw new Error(`${failed.length} files could not be looked into.`, { cause: failed[0] });
  return looked;
}

async function claim({ db }: UploadTools, uploadId: UploadId): Promise<RecordUpload | null> {
  return db.inTransaction(async (em) => {
    const [row] = await em.find(RecordUpload, {
      where: { id: uploadId, state: 'working' },
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    const at = now();
    if (!row || (row.workingUntil && at.until(row.workingUntil).total('seconds') > 0)) return null;
    const claimed = { attempts: row.attempts + 1, workingUntil: at.add({ seconds: claimSeconds }) };
    await em.update(RecordUpload, { id: uploadId }, claimed);
    return Object.assign(row, claimed);
  });
}

async function renew({ db }: UploadTools, { id, attempts }: RecordUpload): Promise<void> {
  await db.manager.update(
    RecordUpload,
    { id, attempts, state: 'working' },
    { workingUntil: now().add({ seconds: claimSeconds }) },
  );
}

/** Somebody may try again in a while. */
async function release({ db }: UploadTools, { id, attempts }: RecordUpload): Promise<void> {
  const soon = now().add({ seconds: claimSeconds / 2 });
  await db.manager.update(RecordUpload, { id, attempts, state: 'working' }, { workingUntil: soon }).catch(() => null);
}

async function lookInto(tools: UploadTools, upload: RecordUpload): Promise<Outcome> {
  const { vault, scanner } = tools;
  const without = { sha256: null, scan: 'unscanned' as const, instances: [], found: [], parts: 0 };
  if (upload.bytes === 0) return { ...told('other', 'refused', 'empty'), ...without };
  if (upload.attempts > attemptsMost) return { ...told('other', 'refused', 'unreadable'), ...without };
  try {
    await vault.seal(upload.id);
    const sha256 = await vault.hash(upload.id);
    const scan = scanner ? await scanned(scanner, await bytesOf(vault, upload)) : 'unscanned';
    if (scan === 'infected') return { ...told('other', 'refused', 'infected'), ...without, sha256, scan };
    const bringing = await bringingOf(tools, upload, scan);
    const part = { blobId: upload.id, bytes: upload.bytes, sha256 };
    const looked = await lookAt(bringing, part);
    if (looked.kind !== 'zip') {
      const { instance, ...rest } = looked;
      return { ...rest, sha256, scan, instances: instance ? [instance] : [], found: [], parts: 0 };
    }
    return { ...(await lookIntoZip(bringing, part, upload)), sha256, scan };
  } catch (error) {
    if (!(error instanceof OkaeriError) || error.code !== 'file_damaged') throw error;
    return { ...told('other', 'refused', 'unreadable'), ...without };
  }
}

const bytesOf = async (vault: UploadTools['vault'], { id }: RecordUpload) =>
  (await vault.openRead(id)) as AsyncIterable<Uint8Array>;

async function bringingOf(tools: UploadTools, upload: RecordUpload, scan: ScanState): Promise<Bringing> {
  const rows: { names: (string | null)[]; birthDate: string | null }[] = await tools.db.manager.query(
    `select array[name, name_latin, name_kana] as names, birth_date::text as "birthDate" from person where id = $1`,
    [upload.patientId],
  );
  const [found] = rows;
  const whose: Whose = {
    names: (found?.names ?? []).flatMap((name) => name ?? []),
    birthDate: found?.birthDate ?? null,
  };
  return { tools, whose, scan, granted: grantedTo(upload) };
}

/** All rows at once. Bytes that no row speaks of are removed after. */
async function write({ db, vault }: UploadTools, upload: RecordUpload, outcome: Outcome): Promise<void> {
  const needless = new Set<string>();
  const written = await db.inTransaction(async (em) => {
    const row = await em.findOne(RecordUpload, { where: { id: upload.id }, lock: { mode: 'pessimistic_write' } });
    if (row?.state !== 'working' || row.attempts !== upload.attempts) return false;
    const told = new Report();
    told.join(outcome.report);
    await keepInstances(em, upload, outcome, { told, needless });
    await keepParts(em, grantedTo(upload), Object.assign(upload, { scan: outcome.scan }), outcome.found, {
      told,
      needless,
    });
    const report = told.done();
    if (!outcome.keep) needless.add(upload.id);
    const { counts } = report;
    const { kind, sha256, scan, importId, documentType } = outcome;
    await em.update(
      RecordUpload,
      { id: upload.id },
      {
        ...{ kind, sha256, scan, importId, report, stays: !needless.has(upload.id), workingUntil: null },
        state: counts.taken + counts.kept > 0 ? 'done' : 'refused',
      },
    );
    await chartUpload(em, grantedTo(upload), { upload, sha256, report, documentType });
    return true;
  });
  if (written) for (const id of needless) await vault.remove(id);
  else if (outcome.kind === 'zip') await removeParts(vault, upload, outcome.parts);
}

async function keepInstances(
  em: EntityManager,
  upload: RecordUpload,
  { instances }: Outcome,
  { told, needless }: { told: Report; needless: Set<string> },
): Promise<void> {
  const keeper = new InstanceKeeper(em, upload.patientId, upload.id);
  for (const instance of instances) {
    const as = await keeper.keep(instance);
    if (as === 'new') continue;
    const about = { kind: 'dicom', modality: instance.header.modality || null } as const;
    if (as === 'again') told.remark({ outcome: 'taken', ...about, why: 'again' });
    else told.remark({ outcome: 'kept', ...about, why: 'otherAgain' });
    // The one that differs stays in what it came in.
    if (as === 'again' || instance.blobId !== upload.id) needless.add(instance.blobId);
  }
}

async function removeParts(vault: UploadTools['vault'], upload: RecordUpload, parts: number): Promise<void> {
  for (let at = 0; at < parts; at += 1) await vault.remove(partId(upload, at));
}
