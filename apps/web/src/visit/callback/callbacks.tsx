import type { RoomProps } from '../call/props';

/** Who waits to be rung. */
export function Callbacks(_: RoomProps) {
  return null;
}
