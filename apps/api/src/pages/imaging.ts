import { nameFor, readPerson } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { patientOf } from '@okaeri/chart';
import { OkaeriError } from '@okaeri/contracts';
import type { ImagingPage, ImagingSeries } from '@okaeri/contracts';
import { readOneSeries, readStudies } from '@okaeri/records';
import type { EntityManager } from 'typeorm';
import type { Reader } from './reader';

/** All pictures of a patient. */
export async function imagingPage(em: EntityManager, reader: Reader, granted: Granted): Promise<ImagingPage> {
  return { ...(await whose(em, reader, granted)), studies: await readStudies(em, granted, reader.locale) };
}

/** One series of them. */
export async function seriesPage(
  em: EntityManager,
  reader: Reader,
  granted: Granted,
  seriesId: string,
): Promise<ImagingSeries> {
  const series = await readOneSeries(em, granted, seriesId, reader.locale);
  return { ...(await whose(em, reader, granted)), ...series };
}

async function whose(
  em: EntityManager,
  reader: Reader,
  granted: Granted,
): Promise<Pick<ImagingPage, 'patient' | 'mine'>> {
  const personId = patientOf(granted);
  const patient = await readPerson(em, personId);
  if (!patient) throw new OkaeriError('not_found');
  return {
    patient: { personId, name: nameFor(patient, reader.locale, 'patient') },
    mine: personId === reader.personId,
  };
}
