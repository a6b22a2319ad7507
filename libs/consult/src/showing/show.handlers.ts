import { Injectable } from '@nestjs/common';
import { OkaeriError } from '@okaeri/contracts';
import type { ClientMessageData, ClientMessageReply } from '@okaeri/contracts';
import type { Connection } from '../socket/connection';

/** What is shown to everybody: a screen or a tour, one at a time. */
@Injectable()
export class ShowHandlers {
  start(_connection: Connection, _data: ClientMessageData<'show.start'>): Promise<ClientMessageReply<'show.start'>> {
    return Promise.reject(new OkaeriError('unavailable'));
  }

  stop(_connection: Connection): Promise<ClientMessageReply<'show.stop'>> {
    return Promise.reject(new OkaeriError('unavailable'));
  }
}
