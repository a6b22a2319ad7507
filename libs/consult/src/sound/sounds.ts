import { Inject, Injectable } from '@nestjs/common';
import { firstSound, OkaeriError, soundAfter, soundState } from '@okaeri/contracts';
import type { SeatId, SoundAct, SoundState, VisitId } from '@okaeri/contracts';
import { Database, writeAndAnnounce } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';
import { readRoomFacts } from './facts';
import { Hearing } from './hearing';

interface Locked {
  state: SoundState;
  /** On the database's clock, which all processes share. */
  now: string;
}

/** Who acts: the seat that a window believes to hold. */
interface Actor {
  seatId: SeatId;
  connection: string;
}

/** What people choose to hear, speak and interpret. One row a visit, changed under its lock. */
@Injectable()
export class Sounds {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Hearing) private readonly hearing: Hearing,
  ) {}

  /** Throws what the actor is told. */
  async change(visitId: VisitId, actor: Actor, act: SoundAct): Promise<void> {
    await this.db.inTransaction(async (em) => {
      const locked = (await lock(em, visitId)) ?? (await begin(em, visitId));
      const seats = (await readRoomFacts(em, visitId))?.seats ?? [];
      const by = seats.find(({ seatId }) => seatId === actor.seatId);
      if (!by || by.removed) throw new OkaeriError('seat_removed');
      if (by.connection !== actor.connection) throw new OkaeriError('seat_superseded');
      await write(em, visitId, locked.state, soundAfter(locked.state, act, { by, seats, now: locked.now }));
    });
    // Not waited for: who asked has her answer, and the notice of the commit would do the same a moment later.
    void this.hearing.refresh(visitId);
  }

  /** In the transaction in which she leaves or is removed: what she interpreted is free for others. */
  async gone(em: EntityManager, visitId: VisitId, seatId: SeatId): Promise<void> {
    const locked = await lock(em, visitId);
    if (!locked) return;
    const facts = { by: { seatId, role: 'guest' as const }, seats: [], now: locked.now };
    await write(em, visitId, locked.state, soundAfter(locked.state, { act: 'gone' }, facts));
  }
}

async function lock(em: EntityManager, visitId: VisitId): Promise<Locked | null> {
  const rows: { state: unknown; now: Date }[] = await em.query(
    'select state, now() from sound where visit_id = $1 for update',
    [visitId],
  );
  const [row] = rows;
  return row ? { state: soundState.parse(row.state), now: row.now.toISOString() } : null;
}

async function begin(em: EntityManager, visitId: VisitId): Promise<Locked> {
  await em.query('insert into sound (visit_id, state, version) values ($1, $2, $3) on conflict do nothing', [
    visitId,
    JSON.stringify(firstSound),
    firstSound.version,
  ]);
  const locked = await lock(em, visitId);
  if (!locked) throw new OkaeriError('not_found');
  return locked;
}

async function write(em: EntityManager, visitId: VisitId, before: SoundState, after: SoundState): Promise<void> {
  if (after === before) return;
  const written = {
    writes: ['update sound set state = $2, version = $3 where visit_id = $1'],
    parameters: [visitId, JSON.stringify(after), after.version],
  };
  await writeAndAnnounce(em, written, [{ topic: 'sound', id: visitId, version: after.version }]);
}
