import type { Seat } from '@okaeri/care';
import type { EntityManager } from 'typeorm';
import { fallSilent } from './steps';

/** A seat of the room was not heard of for longer than its lease: what follows from it, in the same transaction. */
export async function onLapsed(em: EntityManager, seat: Seat): Promise<void> {
  await fallSilent(em, seat);
}
