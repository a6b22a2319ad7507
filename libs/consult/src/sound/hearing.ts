import { Inject, Injectable } from '@nestjs/common';
import { handOverMs, planOf } from '@okaeri/contracts';
import type { SfuPlan, VisitId } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import type { RoomPlace } from '../nodes/registry';
import { Captions } from '../captions/captions';
import { Rooms } from '../rooms/rooms';
import { Connections } from '../socket/connections';
import { Again } from '../upkeep/again';
import { readRoomFacts } from './facts';
import type { RoomFacts } from './facts';

/** Sees to it that everybody hears what was decided: tells the sfu whose voice goes to whom, and the windows how loud. */
@Injectable()
export class Hearing {
  readonly #reading = new Again<VisitId>();

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Rooms) private readonly rooms: Rooms,
    @Inject(Connections) private readonly connections: Connections,
    @Inject(Captions) private readonly captions: Captions,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async read(visitId: VisitId): Promise<RoomFacts | null> {
    const stored = await readRoomFacts(this.db.manager, visitId);
    return stored && { ...stored, written: this.captions.writtenIn(stored) };
  }

  /** Settles when what is in the table at the moment of the call is on its way. Never rejects. */
  refresh(visitId: VisitId): Promise<void> {
    return this.#reading
      .run(visitId, async () => {
        const facts = await this.read(visitId);
        if (facts) this.#follow(visitId, facts);
      })
      .catch((err: unknown) => this.log.warn({ err }, 'who hears whom could not be read again'));
  }

  /**
   * The room exists at a place and has its plan before anything else is asked of it there: nothing is heard too early.
   * Settles when it is asked for; what follows goes through the same link, behind it.
   */
  async open(visitId: VisitId, place: RoomPlace, known?: RoomFacts | null): Promise<void> {
    if (this.rooms.isOpened(place)) return;
    const facts = known ?? (await this.read(visitId));
    if (facts) this.rooms.open(place, { plan: planFrom(facts) }).catch(() => undefined);
  }

  /** The visit is over: nobody is listened to any more. */
  end(visitId: VisitId): void {
    this.captions.end(visitId);
  }

  #follow(visitId: VisitId, facts: RoomFacts): void {
    const place = this.rooms.known(visitId);
    if (place) this.rooms.open(place, { plan: planFrom(facts) }).catch(() => undefined);
    for (const connection of this.connections.inVisit(visitId)) connection.learn(facts);
    this.captions.follow(visitId, facts);
  }
}

function planFrom({ sound, seats, version, handedOver, showing }: RoomFacts): SfuPlan {
  const screen = showing?.kind === 'screen' ? showing.seatId : null;
  return { ...planOf(sound, seats, version, handedOver ? handOverMs : 0), screen };
}
