import type { VisitPage } from '@okaeri/contracts';

/** The files of a visit, on a page of their own or beside the picture. */
export default function FilesPanel({ page }: { page: VisitPage }) {
  return <div data-screen="files-panel" data-visit={page.card.visitId} />;
}
