import { Inject, Injectable } from '@nestjs/common';
import { hostRole, OkaeriError } from '@okaeri/contracts';
import type { ClientMessageData, ClientMessageReply, SayingKind, SeatRole } from '@okaeri/contracts';
import { Rooms } from '../rooms/rooms';
import type { RoomFacts } from '../sound/facts';
import type { Connection } from '../socket/connection';

/** Who writes down what is said, besides those who interpret. */
const captioning: readonly SeatRole[] = [hostRole, 'guest', 'coordinator'];

const interprets = ({ sound, seats }: RoomFacts, seatId: string): boolean =>
  sound.interpreters.some((one) => one.seatId === seatId) ||
  seats.some((seat) => seat.seatId === seatId && seat.interprets !== null);

/** Whose it is to say something of a kind, by what is known of the room here: it is said fifteen times a second. */
const allowed: Record<SayingKind, (facts: RoomFacts, me: { seatId: string; role: SeatRole }) => boolean> = {
  tour: ({ showing }, { seatId }) => showing?.kind === 'tour' && showing.seatId === seatId,
  pointer: () => true,
  caption: (facts, { seatId, role }) => captioning.includes(role) || interprets(facts, seatId),
};

/** What is said to the others in the room and kept nowhere. The sfu passes it on: it reaches every process. */
@Injectable()
export class SayHandlers {
  constructor(@Inject(Rooms) private readonly rooms: Rooms) {}

  async say(
    { seat, media, facts }: Connection,
    { kind, data }: ClientMessageData<'seat.say'>,
  ): Promise<ClientMessageReply<'seat.say'>> {
    if (!seat || !media || !facts) throw new OkaeriError('seat_state');
    if (!allowed[kind](facts, seat)) throw new OkaeriError('not_found');
    return this.rooms.request(media.place, 'seat.say', { seatId: seat.seatId, kind, data });
  }
}
