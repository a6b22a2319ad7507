import { Temporal } from '@okaeri/words/time';
import { answerBy } from './answer-by';

const osaka = { zone: 'Asia/Tokyo', quietFrom: 22 * 60, quietTo: 7 * 60 };
const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime('Asia/Tokyo').toInstant();
const far = at('2026-12-24T19:00');

describe('until when somebody has to answer', () => {
  it.each([
    ['2026-11-24T10:00', 240, '2026-11-24T14:00'],
    ['2026-11-24T23:00', 240, '2026-11-25T11:00'],
    ['2026-11-24T05:00', 240, '2026-11-24T11:00'],
    ['2026-11-24T20:00', 240, '2026-11-25T09:00'],
    ['2026-11-24T22:00', 15, '2026-11-25T07:15'],
    // Two whole days of hers are fifteen hours each.
    ['2026-11-24T07:00', 2 * 15 * 60, '2026-11-25T22:00'],
  ])('who is asked at %s has %i minutes until %s', (asked, minutes, until) => {
    expect(answerBy(at(asked), minutes, osaka, far).toString()).toBe(at(until).toString());
  });

  it('counts straight on where she has no quiet hours', () => {
    const none = { ...osaka, quietFrom: null, quietTo: null };
    expect(answerBy(at('2026-11-24T23:00'), 240, none, far).toString()).toBe(at('2026-11-25T03:00').toString());
  });

  it('leaves a day for the next one, and her a quarter of an hour', () => {
    const asked = at('2026-11-24T10:00');
    expect(answerBy(asked, 240, osaka, asked.add({ hours: 25 })).toString()).toBe(asked.add({ hours: 1 }).toString());
    expect(answerBy(asked, 240, osaka, asked.add({ hours: 3 })).toString()).toBe(asked.add({ minutes: 15 }).toString());
  });

  it('is right where a clock is put back in her night', () => {
    const toronto = { zone: 'America/Toronto', quietFrom: 22 * 60, quietTo: 7 * 60 };
    const wall = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('America/Toronto').toInstant();
    const found = answerBy(wall('2026-10-31T23:00'), 60, toronto, far);
    expect(found.toString()).toBe(wall('2026-11-01T08:00').toString());
  });
});
