import type { VisitPage, VisitSeat } from '@okaeri/contracts';
import type { Sound } from '../steps';
import type { Seat } from '../use-seat';

export interface CallScreenProps {
  page: VisitPage;
  people: readonly VisitSeat[];
  waiting: readonly VisitSeat[];
  seat: Seat;
  sound: Sound;
  onSound: (sound: Sound) => void;
  speaker: string;
  onSpeaker: (deviceId: string) => void;
}

/** What opens over the call; one at a time. */
export type SheetName = 'people' | 'language' | 'devices' | 'more' | 'end' | PanelName;

/** What stands beside the picture for as long as one likes. */
export type PanelName = 'files' | 'note';
