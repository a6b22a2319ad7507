import type { Granted } from '@okaeri/access';
import { patientOf, readRecord } from '@okaeri/chart';
import type { Kept } from '@okaeri/chart';
import type { EntityManager } from 'typeorm';
import { ownComposition } from '../export/export-record';

/** All that was brought. A composition of ours that came back says nothing new, and is left out. */
export async function readOwn(em: EntityManager, granted: Granted): Promise<Kept[]> {
  const own = ownComposition(patientOf(granted));
  return (await readRecord(em, granted)).filter(({ source }) => source !== own);
}
