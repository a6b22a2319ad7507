import { Injectable } from '@nestjs/common';
import { OkaeriError } from '@okaeri/contracts';
import type { ClientMessageReply } from '@okaeri/contracts';
import type { Connection } from '../socket/connection';

/** How a seat's link is, as the sfu sees it. */
@Injectable()
export class LinkHandlers {
  look(_connection: Connection): Promise<ClientMessageReply<'link.look'>> {
    return Promise.reject(new OkaeriError('unavailable'));
  }
}
