import type { Granted } from '@okaeri/access';
import { isWhole } from '@okaeri/chart';
import type { RecordUpload } from './upload.entity';

/** A file as it came may hold everything: who was not given all sees her own, and documents where they are shared. */
export function isGiven(granted: Granted, { byId, kind }: Pick<RecordUpload, 'byId' | 'kind'>): boolean {
  if (isWhole(granted) || byId === granted.actor.personId) return true;
  return (kind === 'pdf' || kind === 'image') && granted.categories.has('documents');
}
