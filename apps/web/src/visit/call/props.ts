import type { VisitPage, VisitSeat } from '@okaeri/contracts';
import type { Sayings } from '../show/sayings';
import type { Sound } from '../steps';
import type { Seat } from '../use-seat';
import type { Kept } from './use-kept';

export interface CallScreenProps {
  page: VisitPage;
  people: readonly VisitSeat[];
  waiting: readonly VisitSeat[];
  seat: Seat;
  sound: Sound;
  onSound: (sound: Sound) => void;
  speaker: string;
  onSpeaker: (deviceId: string) => void;
  /** Messages that came while the chat was shut. */
  unread: number;
  onRead: () => void;
  sayings: Sayings;
}

/** What opens over the call; one at a time. */
export type SheetName = 'people' | 'language' | 'devices' | 'more' | 'end' | 'quality' | PanelName;

/** What stands beside the picture for as long as one likes. */
export const panelNames = ['files', 'note', 'chat', 'tour', 'captions', 'record', 'mine'] as const;
export type PanelName = (typeof panelNames)[number];
export const isPanel = (name: SheetName | null): name is PanelName => panelNames.some((one) => one === name);

/** Her own record, for a patient to say who reads it; hers, for those who treat her. */
export const recordPanelOf = ({ me, recordOf }: VisitPage): 'record' | 'mine' | null =>
  recordOf === null ? null : me.role === 'patient' ? 'mine' : 'record';

/** What everything that has a place of its own in the call is given. */
export interface RoomProps {
  page: VisitPage;
  people: readonly VisitSeat[];
  seat: Seat;
  wide: boolean;
  /** Gone with the call. */
  kept: Kept;
}
