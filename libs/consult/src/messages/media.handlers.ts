import { Inject, Injectable } from '@nestjs/common';
import { joinSeat, partSeat } from '@okaeri/care';
import { OkaeriError, sameLanguage } from '@okaeri/contracts';
import type {
  ClientMessageData,
  ClientMessageReply,
  RoomJoined,
  SfuReply,
  SfuRequestData,
  SfuRequestName,
} from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import { IceServers } from '../turn/ice-servers';
import type { RoomPlace } from '../nodes/registry';
import { onJoined } from '../quality/lapse';
import { Rooms } from '../rooms/rooms';
import type { RoomFacts } from '../sound/facts';
import { Hearing } from '../sound/hearing';
import type { Connection, HeldSeat } from '../socket/connection';

/** Messages that go to the sfu as they are, for the seat of the sender. */
type MediaMessage = Extract<
  SfuRequestName,
  'transport.connect' | 'producer.create' | 'producer.set' | 'producer.close' | 'consumer.set'
>;

/** Joining a visit's room, and everything that is said in a room. */
@Injectable()
export class MediaHandlers {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Rooms) private readonly rooms: Rooms,
    @Inject(Hearing) private readonly hearing: Hearing,
    @Inject(IceServers) private readonly ice: IceServers,
  ) {}

  /**
   * The person waits for this answer, so the database and the sfu work at the same time. Nobody else sees anything of a
   * seat in the sfu that sends nothing yet; if either side says no, what the other one did is undone.
   */
  async join(
    connection: Connection,
    { rtpCapabilities }: ClientMessageData<'room.join'>,
    granted: Promise<unknown>,
  ): Promise<RoomJoined> {
    const { seat } = connection;
    if (!seat) throw new OkaeriError('seat_state');
    const before = connection.media;
    connection.hold();
    const taking = this.#takeSeat(connection, seat, granted);
    // Who joins again has a seat in the sfu, or a newer window of hers has: that must not be replaced on a mere guess.
    if (seat.state === 'joined') await taking;
    const [allowed, opened] = await Promise.allSettled([taking, this.#joinRoom(connection, seat, rtpCapabilities)]);
    if (allowed.status === 'fulfilled' && opened.status === 'fulfilled') {
      const { place, reply } = opened.value;
      const iceServers = this.ice.of(seat.seatId, seat.endsAt);
      return { epoch: place.epoch, seatId: seat.seatId, ...reply, iceServers };
    }
    if (opened.status === 'fulfilled') {
      // Nothing runs over what was made here. A newer window that holds the seat replaces it, or has done so already.
      if (!isSuperseded(allowed)) await this.rooms.quietly(opened.value.place, 'seat.leave', { seatId: seat.seatId });
      connection.media = null;
    } else connection.media = before?.kind === 'check' ? before : null;
    if (allowed.status === 'fulfilled') await this.#part(connection, seat);
    throw allowed.status === 'rejected' ? allowed.reason : (opened as PromiseRejectedResult).reason;
  }

  /** With fresh ways around a firewall: the old ones may have run out while the link was gone. */
  async restartIce(
    connection: Connection,
    { direction }: ClientMessageData<'transport.restartIce'>,
  ): Promise<ClientMessageReply<'transport.restartIce'>> {
    const { media, seat } = connection;
    if (!media) throw new OkaeriError('room_moved');
    const reply = await this.rooms.request(media.place, 'transport.restartIce', { seatId: media.seatId, direction });
    return { ...reply, iceServers: this.ice.of(media.seatId, seat?.endsAt ?? now()) };
  }

  /**
   * The language of a microphone is one that its seat was given; the node need not know it. A screen and its sound are of
   * who shows it, for no plan holds them back: a voice that went by that name would be heard in every language.
   */
  async produce(
    connection: Connection,
    { language, ...stream }: ClientMessageData<'producer.create'>,
  ): Promise<ClientMessageReply<'producer.create'>> {
    const { facts, seat } = connection;
    const ofScreen = stream.source === 'screen' || stream.source === 'screenSound';
    if (ofScreen && !(await this.#showsScreen(connection))) throw new OkaeriError('show_taken');
    if (language !== null && !(facts && seat && spokenBy(facts, seat.seatId, language))) {
      throw new OkaeriError('language_not_given');
    }
    return this.ask(connection, 'producer.create', { ...stream, language: null });
  }

  /** On the room that this connection joined last. */
  ask<N extends MediaMessage>(
    connection: Connection,
    name: N,
    data: Omit<SfuRequestData<N>, 'seatId'>,
  ): Promise<SfuReply<N> & ClientMessageReply<N>> {
    const { media } = connection;
    if (!media) throw new OkaeriError('room_moved');
    const request = { ...data, seatId: media.seatId } as SfuRequestData<N>;
    return this.rooms.request(media.place, name, request) as Promise<SfuReply<N> & ClientMessageReply<N>>;
  }

  /** She may have begun a moment ago, and no process been told of it yet. */
  async #showsScreen(connection: Connection): Promise<boolean> {
    const { seat } = connection;
    if (!seat) return false;
    if (showsScreen(connection)) return true;
    await this.hearing.refresh(seat.visitId);
    return showsScreen(connection);
  }

  /** Nothing of it shows before the commit, and there is no commit without access. */
  async #takeSeat(connection: Connection, seat: HeldSeat, granted: Promise<unknown>): Promise<void> {
    const holder = { seatId: seat.seatId, connection: connection.id };
    const { seat: row } = await this.db.inTransaction(async (em) => {
      const outcome = await joinSeat(em, seat.visitId, holder);
      if (outcome.was !== 'joined') await onJoined(em, seat.visitId, seat.seatId);
      await granted;
      return outcome;
    });
    seat.state = row.state;
    seat.version = row.version;
  }

  async #part(connection: Connection, seat: HeldSeat): Promise<void> {
    const holder = { seatId: seat.seatId, connection: connection.id };
    try {
      const { seat: row } = await this.db.inTransaction((em) => partSeat(em, seat.visitId, holder));
      seat.state = row.state;
      seat.version = row.version;
    } catch {
      // The refusal that led here is what she is told; a seat that stays joined without a room joins again.
    }
  }

  async #joinRoom(
    connection: Connection,
    seat: HeldSeat,
    rtpCapabilities: ClientMessageData<'room.join'>['rtpCapabilities'],
  ): Promise<{ place: RoomPlace; reply: SfuReply<'seat.join'> }> {
    const first = this.rooms.known(seat.visitId) ?? (await this.rooms.find(seat.visitId));
    try {
      return await this.#joinAt(connection, seat, first, rtpCapabilities);
    } catch (error) {
      // The room is not where it was: it moved, or its node has gone and it must.
      const code = error instanceof OkaeriError ? error.code : null;
      if (code !== 'room_moved' && code !== 'room_unavailable') throw error;
      const next = await this.rooms.recover(seat.visitId, first);
      return await this.#joinAt(connection, seat, next, rtpCapabilities);
    }
  }

  async #joinAt(
    connection: Connection,
    { visitId, seatId }: HeldSeat,
    place: RoomPlace,
    rtpCapabilities: ClientMessageData<'room.join'>['rtpCapabilities'],
  ): Promise<{ place: RoomPlace; reply: SfuReply<'seat.join'> }> {
    // Nearly always done while she waited; otherwise both go out one behind the other, and the node works them out so.
    await this.hearing.open(visitId, place);
    connection.media = { kind: 'visit', place, seatId };
    const reply = await this.rooms.request(place, 'seat.join', { seatId, rtpCapabilities });
    return { place, reply };
  }
}

function showsScreen({ facts, seat }: Connection): boolean {
  return facts?.showing?.kind === 'screen' && facts.showing.seatId === seat?.seatId;
}

function spokenBy({ sound, seats }: RoomFacts, seatId: string, language: string): boolean {
  const seat = seats.find((one) => one.seatId === seatId);
  const pair = sound.interpreters.find((one) => one.seatId === seatId)?.pair ?? seat?.interprets ?? [];
  const given = [seat?.language, sound.speaks[seatId], ...pair];
  return given.some((one) => one !== undefined && sameLanguage(one, language));
}

function isSuperseded(result: PromiseSettledResult<unknown>): boolean {
  return (
    result.status === 'rejected' && result.reason instanceof OkaeriError && result.reason.code === 'seat_superseded'
  );
}
