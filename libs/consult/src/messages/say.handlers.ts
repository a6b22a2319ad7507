import { Injectable } from '@nestjs/common';
import { OkaeriError } from '@okaeri/contracts';
import type { ClientMessageData, ClientMessageReply } from '@okaeri/contracts';
import type { Connection } from '../socket/connection';

/** What is said to everybody in the room and kept nowhere. */
@Injectable()
export class SayHandlers {
  say(_connection: Connection, _data: ClientMessageData<'seat.say'>): Promise<ClientMessageReply<'seat.say'>> {
    return Promise.reject(new OkaeriError('unavailable'));
  }
}
