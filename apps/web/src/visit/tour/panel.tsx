import type { RoomProps } from '../call/props';

/** Photographs and pages shown together. */
export default function TourPanel(_: RoomProps) {
  return null;
}
