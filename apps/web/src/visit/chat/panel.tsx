import type { VisitPage } from '@okaeri/contracts';

/** What is written in the visit. */
export default function ChatPanel(_: { page: VisitPage }) {
  return null;
}
