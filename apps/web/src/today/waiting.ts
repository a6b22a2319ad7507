import type { Me, VisitCard } from '@okaeri/contracts';

export interface Waiting {
  visit: VisitCard;
  person: VisitCard['waiting'][number];
}

/** Who waits in these visits, the longest first; patients before helpers, and never the reader herself. */
export function waitingIn(visits: readonly VisitCard[], me: Me | null): Waiting[] {
  return visits
    .flatMap((visit) => visit.waiting.map((person) => ({ visit, person })))
    .filter(({ visit, person }) => !(person.role === visit.myRole && person.name.bare === me?.name.bare))
    .sort(
      (a, b) =>
        Number(b.person.role === 'patient') - Number(a.person.role === 'patient') ||
        a.person.since.localeCompare(b.person.since),
    );
}
