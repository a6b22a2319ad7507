import { Thing } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { InstitutionId, ThingForm } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';

export async function addThing(
  em: EntityManager,
  { institutionId, kind, name }: ThingForm,
  demo: boolean,
): Promise<string> {
  const { id } = await em.save(em.create(Thing, { institutionId: institutionId as InstitutionId, kind, name, demo }));
  return id;
}

/** Its visits stay: a row that they name is never taken away. */
export async function retireThing(em: EntityManager, id: string): Promise<void> {
  const { affected } = await em.update(Thing, { id, retiredAt: IsNull() }, { retiredAt: now() });
  if (!affected) throw new OkaeriError('not_found');
}
