import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Ledger } from '@okaeri/access';
import { OkaeriError, sameLanguage } from '@okaeri/contracts';
import type { CaptionFrame, PersonId, VisitId } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { NodeRegistry } from '../nodes/registry';
import type { RoomPlace } from '../nodes/registry';
import { Rooms } from '../rooms/rooms';
import type { HeardSeat, StoredFacts } from '../sound/facts';
import { Connections } from '../socket/connections';
import { SPEECH_TO_TEXT } from './port';
import type { Ear, SpeechToText, Voice } from './port';

interface Listening extends Voice {
  readonly copyId: string;
  ear: Ear | null;
  /** Where its sound was asked for. */
  at: RoomPlace | null;
  over: boolean;
}
type Spoken = Pick<StoredFacts, 'seats' | 'sound'>;

/** Has written down what is said in a language that is understood; each voice by the process of her window, so once. */
@Injectable()
export class Captions implements OnApplicationShutdown {
  readonly #listening = new Map<string, Listening>();

  constructor(
    @Inject(SPEECH_TO_TEXT) private readonly engine: SpeechToText,
    @Inject(Rooms) private readonly rooms: Rooms,
    @Inject(Connections) private readonly connections: Connections,
    @Inject(Database) private readonly db: Database,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(LOG) private readonly log: Log,
    @Inject(NodeRegistry) nodes: NodeRegistry,
  ) {
    // With the link all its copies end; on a new one they are asked for again.
    nodes.listen({ nodeUp: () => undefined, nodeDown: (nodeId) => this.#forget(nodeId), event: () => undefined });
  }

  onApplicationShutdown(): void {
    for (const each of this.#listening.values()) this.#stop(each);
  }

  /** The languages in which something that is said in the room is written down. */
  writtenIn({ seats, sound }: Spoken): string[] {
    const spoken = seats.filter(isVoice).map((seat) => languageOf(sound, seat));
    const understood = spoken.filter((language) => this.#understands(language)).toSorted();
    return understood.filter((language, at) => at === understood.findIndex((one) => sameLanguage(one, language)));
  }

  /** Who came, went or speaks another language; or the room is somewhere else. */
  follow(visitId: VisitId, { seats, sound }: Spoken): void {
    const wanted = new Map(
      seats
        .filter((seat) => this.#isOurs(visitId, seat) && this.#understands(languageOf(sound, seat)))
        .map((seat) => [seat.seatId, languageOf(sound, seat)]),
    );
    for (const each of this.#of(visitId)) {
      if (wanted.get(each.seatId) !== each.language) this.#stop(each);
      else void this.#bring(each);
    }
    for (const [seatId, language] of wanted) {
      if (!this.#listening.has(seatId)) void this.#begin({ visitId, seatId, language });
    }
  }

  /** The visit is over. */
  end(visitId: VisitId): void {
    for (const each of this.#of(visitId)) this.#stop(each);
  }

  async #begin(voice: Voice): Promise<void> {
    const mine: Listening = { ...voice, copyId: randomUUID(), ear: null, at: null, over: false };
    this.#listening.set(voice.seatId, mine);
    try {
      await this.#account(voice.visitId);
      mine.ear = await this.engine.listen(voice, (caption) => this.#tell(mine, caption));
      if (mine.over) mine.ear.stop();
      else await this.#bring(mine);
    } catch (err) {
      this.log.error({ err }, 'no engine takes down what is said');
      this.#stop(mine);
    }
  }

  /** The patient can be told since when an engine listened. Without this row it does not. */
  async #account(visitId: VisitId): Promise<void> {
    const rows: { patientId: PersonId }[] = await this.db.manager.query(
      `select patient_id as "patientId" from visit join episode on episode.id = visit.episode_id where visit.id = $1`,
      [visitId],
    );
    await this.ledger.write({
      ...{ actorId: null, permission: 'visit.media', outcome: 'allowed', entity: 'visit', entityId: visitId },
      ...{ patientId: rows[0]?.patientId ?? null, via: 'job' },
    });
  }

  /** Asks for the sound where the room is now. */
  async #bring(mine: Listening): Promise<void> {
    const { ear, seatId, copyId } = mine;
    const place = this.rooms.known(mine.visitId);
    if (!ear || !place || (mine.at?.nodeId === place.nodeId && mine.at.epoch === place.epoch)) return;
    mine.at = place;
    try {
      const sound = await this.rooms.request(place, 'voice.copy', { seatId, copyId, to: ear.to });
      if (!mine.over && mine.at === place) ear.comes(sound);
    } catch (error) {
      if (mine.at === place) mine.at = null;
      const code = error instanceof OkaeriError ? error.code : null;
      // The room is being moved, and whoever hears that it was comes here again.
      if (code === 'room_moved' || code === 'room_unavailable') return;
      this.log.error({ err: error }, 'an engine is not given what is said');
      this.#stop(mine);
    }
  }

  #stop(mine: Listening): void {
    const { ear, at, seatId, copyId } = mine;
    if (mine.over) return;
    mine.over = true;
    if (this.#listening.get(seatId) === mine) this.#listening.delete(seatId);
    void this.rooms.quietly(at, 'voice.uncopy', { seatId, copyId });
    try {
      ear?.stop();
    } catch (error) {
      // By its name alone: it may tell of what was said.
      this.log.error({ why: error instanceof Error ? error.name : null }, 'an engine does not stop');
    }
  }

  #forget(nodeId: string): void {
    for (const each of this.#listening.values()) if (each.at?.nodeId === nodeId) each.at = null;
  }

  #of(visitId: VisitId): Listening[] {
    return [...this.#listening.values()].filter((each) => each.visitId === visitId);
  }

  #isOurs(visitId: VisitId, seat: HeardSeat): boolean {
    const { seatId, connection } = seat;
    const inVisit = this.connections.inVisit(visitId);
    return isVoice(seat) && inVisit.some((each) => each.id === connection && each.seat?.seatId === seatId);
  }

  #understands(language: string): boolean {
    return this.engine.languages.some((one) => sameLanguage(one, language));
  }

  /** Kept nowhere, and a line that is lost with its room is not said again. */
  #tell({ visitId, seatId, over }: Listening, caption: CaptionFrame): void {
    const place = over ? null : this.rooms.known(visitId);
    void this.rooms.quietly(place, 'seat.say', { seatId, kind: 'caption', data: JSON.stringify(caption) });
  }
}

/** Who sits beside another is heard by that one's microphone. */
const isVoice = ({ here, beside }: HeardSeat): boolean => here && !beside;

/** An interpreter at work speaks the language she interprets into. */
function languageOf({ interpreters, speaks }: StoredFacts['sound'], { seatId, language }: HeardSeat): string {
  const working = interpreters.find((one) => one.seatId === seatId);
  return working?.to ?? speaks[seatId] ?? language;
}
