import { patientOf } from '@okaeri/chart';
import type { Granted } from '@okaeri/access';
import { OkaeriError, uploadBytesMost, uploadHours, uploadsAtOnce, uploadsBytesMost } from '@okaeri/contracts';
import type { UploadForm } from '@okaeri/contracts';
import type { Vault } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { cleanName } from '../files/file-names';
import { keepBytes } from '../pieces';
import { isGiven } from './given';
import { RecordUpload } from './upload.entity';
import type { UploadId } from './upload.entity';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Makes room for a file whose pieces follow. What it is, its bytes will say. */
export async function expectUpload(em: EntityManager, granted: Granted, form: UploadForm): Promise<UploadId> {
  if (form.bytes > uploadBytesMost) throw new OkaeriError('upload_too_large');
  const [patientId, byId] = [patientOf(granted), granted.actor.personId];
  // One after the other for each person, so that the numbers below are right.
  await em.query('select pg_advisory_xact_lock(hashtextextended($1, 6))', [byId]);
  const [counted]: { coming: number; bytes: string }[] = await em.query(
    `select (select count(*)::int from record_upload where by_id = $2 and state = 'receiving') as coming,
            (select coalesce(sum(bytes), 0) from record_upload where patient_id = $1 and stays) as bytes`,
    [patientId, byId],
  );
  if (counted && counted.coming >= uploadsAtOnce) throw new OkaeriError('too_many');
  if (counted && Number(counted.bytes) + form.bytes > uploadsBytesMost) throw new OkaeriError('upload_full');
  const upload = em.create(RecordUpload, {
    ...{ patientId, byId, bytes: form.bytes, batchId: form.batchId ?? randomUUID(), name: cleanName(form.name) },
    // Nothing more comes of an empty one.
    state: form.bytes === 0 ? 'working' : 'receiving',
    createdAt: now(),
    touchedAt: now(),
  });
  return (await em.save(upload)).id;
}

/** One of this patient; another's is not there. */
export async function readUpload(em: EntityManager, granted: Granted, uploadId: string): Promise<RecordUpload> {
  const found = uuid.test(uploadId)
    ? await em.findOneBy(RecordUpload, { id: uploadId as UploadId, patientId: patientOf(granted) })
    : null;
  if (!found || !isGiven(granted, found)) throw new OkaeriError('not_found');
  return found;
}

/** Keeps a piece of one that is hers who sends it. With the last one it is whole, and to be looked into. */
export async function keepUploadPiece(
  em: EntityManager,
  vault: Vault,
  granted: Granted,
  { uploadId, offset, piece }: { uploadId: string; offset: number; piece: Buffer },
): Promise<RecordUpload> {
  const upload = await lockOwn(em, granted, uploadId);
  if (upload.state !== 'receiving') return upload;
  const received = await keepBytes(vault, upload, offset, piece);
  const state = received === upload.bytes ? ('working' as const) : upload.state;
  const changed = { received, state, touchedAt: now() };
  await em.update(RecordUpload, { id: upload.id }, changed);
  return Object.assign(upload, changed);
}

/** Gives up one that is still coming. Its bytes are removed by the caller, once this has been committed. */
export async function giveUpUpload(em: EntityManager, granted: Granted, uploadId: string): Promise<void> {
  const upload = await lockOwn(em, granted, uploadId);
  if (upload.state !== 'receiving') throw new OkaeriError('conflict');
  await em.delete(RecordUpload, { id: upload.id });
}

async function lockOwn(em: EntityManager, granted: Granted, uploadId: string): Promise<RecordUpload> {
  const { id, byId } = await readUpload(em, granted, uploadId);
  const row = await em.findOne(RecordUpload, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!row || byId !== granted.actor.personId) throw new OkaeriError('not_found');
  return row;
}

/**
 * What nobody went on sending for a day. Bytes go first: a row whose bytes are gone is swept again, bytes without a row would stay
 * for ever. Answers how many there were.
 */
export async function sweepUploads(em: EntityManager, vault: Pick<Vault, 'remove'>): Promise<number> {
  const rows: { id: string }[] = await em.query(
    `select id from record_upload where state = 'receiving' and touched_at < $1 order by touched_at limit 500
        for update skip locked`,
    [toIso(now().subtract({ hours: uploadHours }))],
  );
  for (const { id } of rows) await vault.remove(id);
  await em.query(`delete from record_upload where id = any($1::uuid[])`, [rows.map(({ id }) => id)]);
  return rows.length;
}
