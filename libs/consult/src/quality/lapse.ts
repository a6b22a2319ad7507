import type { Seat } from '@okaeri/care';
import type { EntityManager } from 'typeorm';

/** A seat of the room was not heard of for longer than its lease: what follows from it, in the same transaction. */
export async function onLapsed(_em: EntityManager, _seat: Seat): Promise<void> {}
