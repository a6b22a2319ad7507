import { Inject, Injectable } from '@nestjs/common';
import { sameLanguage } from '@okaeri/contracts';
import type { CaptionFrame, VisitId } from '@okaeri/contracts';
import { Rooms } from '../rooms/rooms';
import type { HeardSeat, RoomFacts } from '../sound/facts';
import { Connections } from '../socket/connections';
import { SPEECH_TO_TEXT } from './port';
import type { SpeechToText } from './port';

interface Listening {
  visitId: VisitId;
  language: string;
  stop: () => void;
}

/** Has written down what is said in a language that is understood; each voice by the process of her window, so once. */
@Injectable()
export class Captions {
  readonly #listening = new Map<string, Listening>();

  constructor(
    @Inject(SPEECH_TO_TEXT) private readonly ear: SpeechToText,
    @Inject(Rooms) private readonly rooms: Rooms,
    @Inject(Connections) private readonly connections: Connections,
  ) {}

  /** Who came, went or speaks another language. */
  follow(visitId: VisitId, { seats, sound }: Pick<RoomFacts, 'seats' | 'sound'>): void {
    const languageOf = ({ seatId, language }: HeardSeat) => sound.speaks[seatId] ?? language;
    const wanted = new Map(
      seats
        .filter((seat) => this.#isOurs(visitId, seat) && this.#understands(languageOf(seat)))
        .map((seat) => [seat.seatId, languageOf(seat)]),
    );
    for (const [seatId, { visitId: of, language, stop }] of this.#listening) {
      if (of !== visitId || wanted.get(seatId) === language) continue;
      this.#listening.delete(seatId);
      stop();
    }
    for (const [seatId, language] of wanted) {
      if (this.#listening.has(seatId)) continue;
      const stop = this.ear.listen({ visitId, seatId, language }, (caption) => this.#tell(visitId, seatId, caption));
      this.#listening.set(seatId, { visitId, language, stop });
    }
  }

  /** The visit is over. */
  end(visitId: VisitId): void {
    for (const [seatId, { visitId: of, stop }] of this.#listening) {
      if (of !== visitId) continue;
      this.#listening.delete(seatId);
      stop();
    }
  }

  #isOurs(visitId: VisitId, { seatId, connection, here, beside }: HeardSeat): boolean {
    if (!here || beside) return false;
    return this.connections.inVisit(visitId).some((each) => each.id === connection && each.seat?.seatId === seatId);
  }

  #understands(language: string): boolean {
    return this.ear.languages.some((one) => sameLanguage(one, language));
  }

  /** Kept nowhere, and a line that is lost with its room is not said again. */
  #tell(visitId: VisitId, seatId: string, caption: CaptionFrame): void {
    const place = this.rooms.known(visitId);
    const data = JSON.stringify(caption);
    if (place) this.rooms.request(place, 'seat.say', { seatId, kind: 'caption', data }).catch(() => undefined);
  }
}
