import type { Me, VisitCard } from '@okaeri/contracts';
import { waitingIn } from './waiting';

const name = (display: string) => ({ display, bare: display, original: null, originalLang: 'en' });
const person = (display: string, role: VisitCard['myRole'], since: string) => ({
  seatId: display,
  name: name(display),
  role,
  since,
  minutes: 1,
});
const visit = (myRole: VisitCard['myRole'], waiting: VisitCard['waiting']) => ({ myRole, waiting }) as VisitCard;
const names = (visits: VisitCard[], me: string) =>
  waitingIn(visits, { name: name(me) } as Me).map((one) => one.person.name.display);

describe('who waits now', () => {
  it('puts patients first, then those who wait longest', () => {
    const first = visit('physician', [
      person('Mori', 'interpreter', '2026-11-24T00:00:00Z'),
      person('Emily', 'patient', '2026-11-24T00:05:00Z'),
    ]);
    const second = visit('physician', [person('Linh', 'patient', '2026-11-24T00:04:00Z')]);
    expect(names([first, second], 'Sato')).toEqual(['Linh', 'Emily', 'Mori']);
  });

  it('does not tell an interpreter that she waits for herself', () => {
    const one = visit('interpreter', [
      person('Mori', 'interpreter', '2026-11-24T00:00:00Z'),
      person('Emily', 'patient', '2026-11-24T00:05:00Z'),
    ]);
    expect(names([one], 'Mori')).toEqual(['Emily']);
  });
});
