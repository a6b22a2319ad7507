import type { VisitPage } from '@okaeri/contracts';

/** Photographs and pages shown together. */
export default function TourPanel(_: { page: VisitPage }) {
  return null;
}
