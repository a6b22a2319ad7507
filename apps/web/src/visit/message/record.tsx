import type { RoomProps } from '../call/props';

/** A message to be recorded while the link is gone. */
export function Record(_: RoomProps) {
  return null;
}
