import type { RoomProps } from '../call/props';

/** What is written in the visit. */
export default function ChatPanel(_: RoomProps) {
  return null;
}
