import type { RoomProps } from '../call/props';

/** The screen or the tour that is shown to everybody. */
export function Shown(_: RoomProps) {
  return null;
}
