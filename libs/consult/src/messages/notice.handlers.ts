import { Inject, Injectable } from '@nestjs/common';
import { AccessControl, watchIds } from '@okaeri/access';
import type { ClientMessageData, ClientMessageReply } from '@okaeri/contracts';
import type { Connection } from '../socket/connection';

/** What a page wants to hear about. */
@Injectable()
export class NoticeHandlers {
  constructor(@Inject(AccessControl) private readonly access: AccessControl) {}

  /** All or nothing: a page that was refused one topic must not believe that it hears the others. */
  async watch(
    connection: Connection,
    { topics }: ClientMessageData<'notices.watch'>,
  ): Promise<ClientMessageReply<'notices.watch'>> {
    const { actor } = connection;
    for (const { topic, id } of topics) {
      const ids = watchIds(topic, id);
      await this.access.requireAccess({ actor, permission: 'notices.watch', ids }, 'socket');
    }
    for (const { topic, id } of topics) connection.watch(topic, id);
    return {};
  }
}
