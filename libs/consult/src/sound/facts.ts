import { firstSound, showing, soundState } from '@okaeri/contracts';
import type { Showing, SoundSeat, SoundState, VisitId } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';

/** A seat with the window that sits on it. */
export interface HeardSeat extends SoundSeat {
  /** In the room, or let in. */
  inside: boolean;
  connection: string | null;
}

/** All that decides who hears whom, as it was at one moment. */
export interface RoomFacts {
  /** Rises with everything that can change a plan: two processes that read the same number read the same. */
  version: number;
  sound: SoundState;
  seats: HeardSeat[];
  showing: Showing;
  /** Languages in which what is said in the room is written down by an engine. */
  written: string[];
  /** Somebody began to interpret a moment ago: until then the one before may be in the middle of a word. */
  handedOver: boolean;
}

/** What is shown in the room, for this seat: who waits outside does not see it. */
export function shownTo({ seats, showing }: RoomFacts, seatId: string | undefined): Showing {
  return seats.some((seat) => seat.seatId === seatId && seat.inside) ? showing : null;
}

interface Row {
  version: number;
  state: unknown;
  seats: HeardSeat[] | null;
  shown: unknown;
  handed_over: boolean;
}

export type StoredFacts = Omit<RoomFacts, 'written'>;

/** In ONE statement: a visit and its sound that are read one after the other could belong to different moments. */
export async function readRoomFacts(em: EntityManager, visitId: VisitId): Promise<StoredFacts | null> {
  const rows: Row[] = await em.query(
    `select visit.version + coalesce(sound.version, ${firstSound.version}) as version, sound.state,
       (select json_agg(json_build_object(
           'seatId', seat.id, 'role', seat.role, 'language', seat.language, 'interprets', seat.interprets,
           'here', seat.state = 'joined', 'removed', seat.state = 'removed',
           'inside', seat.state in ('admitted', 'joined'),
           -- Nobody is heard by the microphone of who is not in the room.
           'beside', (select host.id from seat host where host.id = seat.beside and host.state = 'joined'),
           'connection', seat.connection) order by seat.id)
          from seat where seat.visit_id = visit.id) as seats,
       -- Who is not in the room shows nothing; who lost her line for a moment still does.
       case when (select seat.state from seat where seat.id = showing.seat_id) = 'joined' then json_build_object(
         'seatId', showing.seat_id, 'kind', showing.kind, 'fileId', showing.file_id) end as shown,
       exists (select from jsonb_array_elements(sound.state -> 'interpreters') as one
                where one ->> 'to' is not null
                  and (one ->> 'since')::timestamptz > now() - interval '1 second') as handed_over
     from visit left join sound on sound.visit_id = visit.id left join showing on showing.visit_id = visit.id
     where visit.id = $1`,
    [visitId],
  );
  const [row] = rows;
  if (!row) return null;
  return {
    version: row.version,
    sound: row.state === null ? firstSound : soundState.parse(row.state),
    seats: row.seats ?? [],
    showing: showing.parse(row.shown),
    handedOver: row.handed_over,
  };
}
