import type { Granted } from '@okaeri/access';
import { nameFor, readPeople } from '@okaeri/access';
import { FhirImport, isWhole, patientOf } from '@okaeri/chart';
import type { ImportId } from '@okaeri/chart';
import { OkaeriError } from '@okaeri/contracts';
import type { ImportReport, RecordPage } from '@okaeri/contracts';
import { momentWords } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { RecordsReader } from '../reader';
import { reportWords } from './report-words';
import type { StoredReport } from './take-file';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One of this patient; another's is not there, nor is any for who was not given all of the record: it holds everything. */
export async function readImport(em: EntityManager, granted: Granted, importId: string): Promise<FhirImport> {
  if (!uuid.test(importId) || !isWhole(granted)) throw new OkaeriError('not_found');
  const found = await em.findOneBy(FhirImport, { id: importId as ImportId, patientId: patientOf(granted) });
  if (!found) throw new OkaeriError('not_found');
  return found;
}

/** What a file is called by its owner’s computer, once it is saved. */
export function originalName({ report }: FhirImport): string {
  const { fault, rows, ending } = report as StoredReport;
  const xml = fault?.startsWith('xml') || rows.some(({ why }) => why === 'document');
  return `record-original.${ending ?? (xml ? 'xml' : 'json')}`;
}

export async function importReportOf(
  em: EntityManager,
  reader: RecordsReader,
  found: FhirImport,
): Promise<ImportReport> {
  const [head] = await headsOf(em, reader, [found]);
  if (!head) throw new OkaeriError('internal');
  return { ...head, ...reportWords(found, reader.locale) };
}

/** What was brought, the newest first. */
export async function importHeads(
  em: EntityManager,
  reader: RecordsReader,
  granted: Granted,
): Promise<RecordPage['imports']> {
  const found = await em
    .createQueryBuilder(FhirImport, 'brought')
    .where({ patientId: patientOf(granted) })
    // Pictures and documents are told of where they came.
    .andWhere('not exists (select from record_upload u where u.id = brought.id)')
    .orderBy({ 'brought.createdAt': 'DESC', 'brought.id': 'DESC' })
    .take(50)
    .getMany();
  return headsOf(em, reader, found);
}

async function headsOf(
  em: EntityManager,
  reader: RecordsReader,
  imports: readonly FhirImport[],
): Promise<RecordPage['imports']> {
  const people = await readPeople(em, [...new Set(imports.map(({ byId }) => byId))]);
  return imports.map((each) => {
    const by = people.get(each.byId);
    if (!by) throw new OkaeriError('internal');
    return {
      importId: each.id,
      by: nameFor(by, reader.locale),
      atWords: momentWords({ ...reader, instant: each.createdAt }),
      outcome: each.outcome,
      counts: reportWords(each, reader.locale).counts,
      href: `/api/patients/${each.patientId}/record/imports/${each.id}/content`,
    };
  });
}
