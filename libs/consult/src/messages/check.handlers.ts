import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { OkaeriError } from '@okaeri/contracts';
import type { ClientMessageData, ClientMessageReply, RoomJoined } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { Rooms } from '../rooms/rooms';
import type { Connection } from '../socket/connection';
import { IceServers } from '../turn/ice-servers';

/** Sound and picture alone, through the sfu and back: a room for one window that lives as long as its connection. */
@Injectable()
export class CheckHandlers {
  constructor(
    @Inject(Rooms) private readonly rooms: Rooms,
    @Inject(IceServers) private readonly ice: IceServers,
  ) {}

  async open(connection: Connection): Promise<ClientMessageReply<'check.open'>> {
    await this.close(connection);
    const { place, done } = this.rooms.openAlone(`check-${randomUUID()}`);
    connection.check = place;
    await done;
    if (!this.rooms.capabilities) throw new OkaeriError('room_unavailable');
    return { rtpCapabilities: this.rooms.capabilities };
  }

  async join(connection: Connection, { rtpCapabilities }: ClientMessageData<'check.join'>): Promise<RoomJoined> {
    if (!connection.check) throw new OkaeriError('seat_state');
    const place = connection.check;
    const seatId = connection.id;
    connection.hold();
    connection.media = { kind: 'check', place, seatId };
    try {
      const reply = await this.rooms.request(place, 'seat.join', { seatId, rtpCapabilities });
      return { epoch: place.epoch, seatId, ...reply, iceServers: this.ice.of(seatId, now()) };
    } catch (error) {
      connection.media = null;
      throw error;
    }
  }

  async close(connection: Connection): Promise<ClientMessageReply<'check.close'>> {
    const place = connection.check;
    connection.check = null;
    if (connection.media?.kind === 'check') connection.media = null;
    if (place) await this.rooms.closeAlone(place);
    return {};
  }
}
