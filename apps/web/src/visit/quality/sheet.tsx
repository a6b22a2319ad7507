import type { RoomProps } from '../call/props';

/** How the links are, for the curious. */
export default function QualitySheet(_: RoomProps) {
  return null;
}
