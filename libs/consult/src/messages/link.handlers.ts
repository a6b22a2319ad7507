import { Inject, Injectable } from '@nestjs/common';
import { OkaeriError } from '@okaeri/contracts';
import type { ClientMessageData, ClientMessageReply } from '@okaeri/contracts';
import { Rooms } from '../rooms/rooms';
import type { Connection } from '../socket/connection';

type Wish = ClientMessageData<'link.look'>;
type Look = ClientMessageReply<'link.look'>;

/** What is later than this says nothing of the link as it is. */
const longestMilliseconds = 2000;

/** How a seat's link is, as the sfu sees it. */
@Injectable()
export class LinkHandlers {
  /** One look at a time: on a bad link they must not queue up behind one another. */
  readonly #looking = new WeakMap<Connection, Promise<Look>>();

  constructor(@Inject(Rooms) private readonly rooms: Rooms) {}

  look(connection: Connection, wish: Wish): Promise<Look> {
    const looking = this.#looking.get(connection) ?? this.#ask(connection, wish);
    this.#looking.set(connection, looking);
    const done = () => this.#looking.delete(connection);
    looking.then(done, done);
    return looking;
  }

  async #ask({ media }: Connection, wish: Wish): Promise<Look> {
    if (!media) throw new OkaeriError('room_moved');
    const asked = this.rooms.request(media.place, 'seat.stats', { seatId: media.seatId, ...wish });
    asked.catch(() => undefined);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, refuse) => {
      timer = setTimeout(() => refuse(new OkaeriError('unavailable')), longestMilliseconds);
    });
    const { up, down } = await Promise.race([asked, late]).finally(() => clearTimeout(timer));
    return { up, down };
  }
}
