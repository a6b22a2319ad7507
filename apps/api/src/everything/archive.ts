import type { Readable } from 'node:stream';
import { ledgerLines } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import type { Locale, PersonId } from '@okaeri/contracts';
import type { Vault } from '@okaeri/platform';
import { exportRecord, openBytes } from '@okaeri/records';
import type { FileId } from '@okaeri/records';
import { say } from '@okaeri/words';
import { toDate } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { ZipFile } from 'yazl';
import { auditEventOf } from '../looked/audit-event';
import { careBundle, pathOfFile, pathOfImport, pathOfUpload } from './care-bundle';
import { gatherFacts } from './facts';

/** The ledger is read in pieces of so many rows: one who was looked after for years has very many. */
const rowsAtOnce = 2000;

interface For {
  patientId: PersonId;
  locale: Locale;
  now: Temporal.Instant;
}

/**
 * Everything about a patient as one zip archive: her record as an international summary, what Okaeri adds to it as FHIR
 * resources, who looked as AuditEvents, and each file and each brought record byte for byte. Bytes are read from the vault
 * one after the other while the archive is being sent. `failed` is called where one of them cannot be opened: the archive
 * then ends without an end, and no reader takes it for whole.
 */
export async function archiveOf(
  em: EntityManager,
  vault: Vault,
  granted: Granted,
  { patientId, locale, now }: For,
  failed: (error: Error) => void,
): Promise<NodeJS.ReadableStream> {
  const facts = await gatherFacts(em, patientId);
  const zip = new ZipFile();
  zip.on('error', failed);
  const mtime = toDate(now);
  const text = (path: string, content: string) => zip.addBuffer(Buffer.from(content, 'utf8'), path, { mtime });
  const bytes = (path: string, open: () => Promise<Readable>, at: Date) =>
    zip.addReadStreamLazy(path, { mtime: at, compress: false }, (give) => {
      open().then(
        (stream) => {
          stream.once('error', failed);
          give(null, stream);
        },
        (error: unknown) => failed(error instanceof Error ? error : new Error('It cannot be opened.')),
      );
    });

  text('README.txt', `${say(locale, 'everything.readme')}\n`);
  const record = await exportRecord(em, granted, { locale, now });
  if (record !== null) text('record.json', record);
  text('care.json', JSON.stringify(careBundle(facts, locale), null, 1));
  text('who-looked.json', JSON.stringify(await looked(em, patientId), null, 1));
  for (const { id, createdAt, bytes: length } of facts.imports) {
    if (length > 0) bytes(pathOfImport({ id }), () => vault.openRead(id), createdAt);
  }
  for (const upload of facts.uploads) {
    bytes(pathOfUpload(upload), () => vault.openRead(upload.id), upload.createdAt);
  }
  for (const file of facts.files) {
    const range = { start: 0, end: file.bytes - 1 };
    bytes(
      pathOfFile(file),
      () => openBytes(vault, { id: file.id as FileId, inVault: file.inVault }, range),
      file.createdAt,
    );
  }
  zip.end();
  return zip.outputStream;
}

async function looked(em: EntityManager, patientId: PersonId): Promise<object> {
  const entry: object[] = [];
  let before: string | null = null;
  for (;;) {
    const lines = await ledgerLines(em, { patientId, readerId: patientId, before, limit: rowsAtOnce });
    entry.push(...lines.map((line) => ({ resource: auditEventOf(line) })));
    before = lines.at(-1)?.id ?? null;
    if (lines.length < rowsAtOnce) return { resourceType: 'Bundle', type: 'collection', entry };
  }
}
