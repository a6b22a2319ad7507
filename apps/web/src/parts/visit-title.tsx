import type { VisitCard } from '@okaeri/contracts';
import { useSay } from '../locale/say';

/** What a visit is about; of a case conference, that it is one. */
export function VisitTitle({ visit }: { visit: Pick<VisitCard, 'kind' | 'title'> }) {
  const say = useSay();
  return (
    <>
      {visit.kind === 'conference' && `${say('conference.label')} · `}
      {visit.title}
    </>
  );
}
