import { Inject, Injectable } from '@nestjs/common';
import { Seat, changeVisit } from '@okaeri/care';
import { OkaeriError, hostRole } from '@okaeri/contracts';
import type { ClientMessageData, ClientMessageReply, SeatId, VisitId } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';
import type { Connection, HeldSeat } from '../socket/connection';
import { ShownNow } from './showing.entity';

/** What is shown to everybody: a screen or a tour, one at a time. */
@Injectable()
export class ShowHandlers {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Throws `show_taken` while somebody else in the room shows something. */
  async start(
    connection: Connection,
    { kind, fileId }: ClientMessageData<'show.start'>,
  ): Promise<ClientMessageReply<'show.start'>> {
    const { visitId, seatId } = seatOf(connection);
    if ((kind === 'tour') !== (fileId !== null)) throw new OkaeriError('message_malformed');
    await this.db.inTransaction((em) =>
      // Under the visit's lock: of two who press at once one is first.
      changeVisit(em, visitId, async () => {
        if (fileId !== null && !(await isFileOf(em, visitId, fileId))) throw new OkaeriError('not_found');
        const now = await em.findOneBy(ShownNow, { visitId });
        if (now && now.seatId !== seatId && (await isHere(em, now.seatId))) {
          throw new OkaeriError('show_taken');
        }
        if (now?.seatId === seatId && now.kind === kind && now.fileId === fileId) return false;
        await em.upsert(ShownNow, { visitId, seatId, kind, fileId }, ['visitId']);
        return true;
      }),
    );
    return {};
  }

  /** Her own; the host takes away anybody’s. What is gone already is no mistake. */
  async stop(connection: Connection): Promise<ClientMessageReply<'show.stop'>> {
    const { visitId, seatId, role } = seatOf(connection);
    await this.db.inTransaction((em) =>
      changeVisit(em, visitId, async () => {
        const now = await em.findOneBy(ShownNow, { visitId });
        if (!now) return false;
        if (now.seatId !== seatId && role !== hostRole && (await isHere(em, now.seatId))) {
          throw new OkaeriError('not_found');
        }
        await em.delete(ShownNow, { visitId });
        return true;
      }),
    );
    return {};
  }
}

/** Who is not in the room shows nothing, and holds nobody up. */
const isHere = (em: EntityManager, seatId: SeatId): Promise<boolean> =>
  em.existsBy(Seat, { id: seatId, state: 'joined' });

/** Files belong to another lib on this floor; that one is there to be shown is all that is asked of it. */
async function isFileOf(em: EntityManager, visitId: VisitId, fileId: string): Promise<boolean> {
  const rows: unknown[] = await em.query(`select 1 from file where id = $1 and visit_id = $2 and state = 'ready'`, [
    fileId,
    visitId,
  ]);
  return rows.length > 0;
}

function seatOf({ seat }: Connection): HeldSeat {
  if (!seat) throw new OkaeriError('seat_state');
  return seat;
}
