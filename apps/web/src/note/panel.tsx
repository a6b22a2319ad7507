import type { VisitPage } from '@okaeri/contracts';

/** The physician's note, written beside the picture. */
export default function NotePanel({ page }: { page: VisitPage }) {
  return <div data-screen="note-panel" data-visit={page.card.visitId} />;
}
