import { nameFor, readPerson } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { isWhole, patientOf } from '@okaeri/chart';
import { OkaeriError } from '@okaeri/contracts';
import type { RecordPage } from '@okaeri/contracts';
import { importHeads, readOwn, readSections } from '@okaeri/records';
import type { EntityManager } from 'typeorm';
import type { Reader } from './reader';

/** All of a patient's record: what was brought, and what it says. */
export async function recordPage(em: EntityManager, reader: Reader, granted: Granted): Promise<RecordPage> {
  const personId = patientOf(granted);
  const [patient, kept, imports] = await Promise.all([
    readPerson(em, personId),
    readOwn(em, granted),
    // A file as it came holds everything.
    isWhole(granted) ? importHeads(em, reader, granted) : [],
  ]);
  if (!patient) throw new OkaeriError('not_found');
  return {
    patient: { personId, name: nameFor(patient, reader.locale, 'patient') },
    mine: personId === reader.personId,
    imports,
    sections: readSections(kept, reader.locale, personId),
    exportHref: kept.length > 0 ? `/api/patients/${personId}/record/export` : null,
    partly: !isWhole(granted),
  };
}
