import type { Stretch } from '@okaeri/consult';
import type { Locale, Step, VisitPage } from '@okaeri/contracts';
import { Temporal } from '@okaeri/words/time';
import { limitsOf } from './limits';
import type { Reader } from './reader';

const own = '11111111-1111-4111-8111-111111111111';
const hers = '22222222-2222-4222-8222-222222222222';
const at = (minute: number, second = 0) =>
  Temporal.Instant.from('2026-11-24T14:00:00Z').add({ minutes: minute, seconds: second });
const stretch = (step: Step, from: Temporal.Instant, until: Temporal.Instant | null, more: Partial<Stretch> = {}) =>
  ({ seatId: hers, side: 'up', step, from, until, ...more }) as Stretch;

function said(locale: Locale, steps: Stretch[], display = 'Emily Tremblay'): string[] {
  const reader = { locale, zone: 'America/Toronto', place: 'Toronto', now: at(59) } as Reader;
  const name = { display, bare: display, original: null, originalLang: 'en' };
  const seats = [own, hers].map((seatId) => ({ seatId, name })) as VisitPage['seats'];
  return limitsOf(steps, seats, own, reader).map(({ words }) => words.replace(/[\u00a0\u202f]/g, ' '));
}

describe('what a note can say that could not be seen', () => {
  it('is a sentence on the reader’s clock', () => {
    expect(said('en', [stretch('audio', at(12), at(20))])).toEqual([
      'Between 9:12 a.m. and 9:20 a.m. no picture of Emily Tremblay could be seen.',
    ]);
    expect(said('ja', [stretch('audio', at(12), at(20))], 'トランブレ・エミリー さん')).toEqual([
      '午前9時12分から午前9時20分まで、トランブレ・エミリー さんの映像は見えませんでした。',
    ]);
  });

  it('is one sentence for what goes on, and none for a moment, for smaller pictures, or for what is not over', () => {
    const steps = [
      stretch('low', at(1), at(2)),
      stretch('audio', at(2), at(2, 9)),
      stretch('callback', at(12), at(13)),
      stretch('message', at(13), at(15)),
      stretch('callback', at(15, 2), at(15, 5)),
      stretch('full', at(15, 5), at(20)),
      stretch('audio', at(20), null),
    ];
    expect(said('en', steps)).toEqual([
      'Between 9:12 a.m. and 9:15 a.m. Emily Tremblay could be neither seen nor heard.',
    ]);
  });

  it('within a minute names that minute', () => {
    expect(said('en', [stretch('stills', at(12, 5), at(12, 40))])).toEqual([
      'At 9:12 a.m., for a short time, Emily Tremblay could be seen in only one picture a second.',
    ]);
  });

  it('goes by what the others send, and by what oneself gets', () => {
    const steps = [
      stretch('audio', at(12), at(13), { side: 'down' }),
      stretch('audio', at(14), at(15), { seatId: own as Stretch['seatId'] }),
      stretch('audio', at(16), at(17), { seatId: own as Stretch['seatId'], side: 'down' }),
    ];
    expect(said('en', steps)).toEqual([
      'Between 9:16 a.m. and 9:17 a.m. the physician’s line carried sound only, and nobody could be seen.',
    ]);
  });
});
