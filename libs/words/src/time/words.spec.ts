import { locales } from '@okaeri/contracts';
import type { Locale } from '@okaeri/contracts';
import { Temporal, clockWords, relativeWords, useClock, whenWords } from './index';

const present = Temporal.Instant.from('2026-11-23T15:00:00Z');
const startsAt = Temporal.Instant.from('2026-11-25T00:00:00Z');
const places: Record<Locale, [toronto: string, osaka: string]> = {
  en: ['Toronto', 'Osaka'],
  ja: ['トロント', '大阪'],
  vi: ['Toronto', 'Osaka'],
  fr: ['Toronto', 'Osaka'],
  zh: ['多伦多', '大阪'],
  ko: ['토론토', '오사카'],
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a time in words', () => {
  it.each([
    [
      'en',
      'Tomorrow, Tuesday 24 November, 7:00 p.m. in Toronto. In Osaka it is Wednesday 25 November, 9:00 a.m.',
      'tomorrow',
    ],
    ['ja', '明日 11月24日(火) 午後7時(トロント時間)。大阪では11月25日(水) 午前9時です。', '明日'],
    ['vi', 'Ngày mai, thứ Ba, 24/11, 19:00 tại Toronto. Tại Osaka là thứ Tư, 25/11, 9:00.', 'ngày mai'],
    ['fr', 'Demain, mardi 24 novembre, 19 h, à Toronto. À Osaka, ce sera mercredi 25 novembre, 9 h.', 'demain'],
    ['zh', '明天，11月24日（星期二）19:00（多伦多时间）。大阪时间为11月25日（星期三）9:00。', '明天'],
    ['ko', '내일 11월 24일(화) 오후 7시(토론토). 오사카 시간으로는 11월 25일(수) 오전 9시입니다.', '내일'],
  ] as const)('says both clocks in %s', (locale, sentence, relative) => {
    const [toronto, osaka] = places[locale];
    const when = whenWords({
      startsAt,
      minutes: 30,
      reader: { zone: 'America/Toronto', place: toronto, locale },
      other: { zone: 'Asia/Tokyo', place: osaka },
      now: present,
    });
    expect(plain(when.sentence)).toBe(sentence);
    expect(when.relative).toBe(relative);
    expect(when).toMatchObject({
      startsAt: '2026-11-25T00:00:00.000Z',
      endsAt: '2026-11-25T00:30:00.000Z',
      minutes: 30,
    });
  });

  it('ends an English sentence with one full stop', () => {
    for (const locale of locales) {
      const when = whenWords({
        startsAt,
        minutes: 30,
        reader: { zone: 'America/Toronto', place: 'Toronto', locale },
        other: { zone: 'Asia/Tokyo', place: 'Osaka' },
        now: present,
      });
      expect(when.sentence).not.toMatch(/\.\.|。。/);
    }
  });

  it('says today, yesterday and what is over in the past', () => {
    const when = (at: string, over: boolean) =>
      whenWords({
        startsAt: Temporal.Instant.from(at),
        minutes: 30,
        reader: { zone: 'Asia/Tokyo', place: 'Osaka', locale: 'en' },
        ...(over ? { other: { zone: 'America/Toronto', place: 'Toronto' } } : {}),
        now: present,
      });
    expect(plain(when('2026-11-23T16:30:00Z', false).sentence)).toBe('Today, Tuesday 24 November, 1:30 a.m. in Osaka.');
    expect(plain(when('2026-11-23T02:00:00Z', true).sentence)).toBe(
      'Yesterday, Monday 23 November, 11:00 a.m. in Osaka. In Toronto it was Sunday 22 November, 9:00 p.m.',
    );
  });

  it('says "now" from the start of a visit to its end', () => {
    const relative = (at: string) =>
      whenWords({
        startsAt: Temporal.Instant.from(at),
        minutes: 30,
        reader: { zone: 'Asia/Tokyo', place: '大阪', locale: 'ja' },
        now: present,
      }).relative;
    expect(relative('2026-11-23T14:31:00Z')).toBe('今');
    expect(relative('2026-11-23T14:30:00Z')).not.toBe('今');
  });

  it('leaves the other clock out where both are in one zone', () => {
    const reader = { zone: 'Asia/Tokyo', place: 'Osaka', locale: 'en' } as const;
    const when = whenWords({
      startsAt,
      minutes: 30,
      reader,
      other: { zone: 'Asia/Tokyo', place: 'Tokyo' },
      now: present,
    });
    expect(when.theirs).toBeNull();
  });
});

describe('the clock of a place', () => {
  const at = (instant: string, zone: string, locale: Locale, reference = present) =>
    clockWords({ instant: Temporal.Instant.from(instant), zone, place: 'x', locale, now: reference });

  it.each([
    ['en', '12:00 noon', '12:30 p.m.', '12:00 midnight', '12:05 a.m.'],
    ['ja', '正午', '午後0時30分', '午前0時', '午前0時5分'],
    ['vi', '12:00', '12:30', '0:00', '0:05'],
    ['fr', '12 h', '12 h 30', '0 h', '0 h 05'],
    ['zh', '12:00', '12:30', '0:00', '0:05'],
    ['ko', '낮 12시', '낮 12시 30분', '오전 0시', '오전 0시 5분'],
  ] as const)('leaves no doubt about noon and midnight in %s', (locale, noon, half, midnight, past) => {
    const time = (utc: string) => plain(at(`2026-11-23T${utc}:00Z`, 'UTC', locale).time);
    expect([time('12:00'), time('12:30'), time('00:00'), time('00:05')]).toEqual([noon, half, midnight, past]);
  });

  it.each([
    ['en', 'Friday 1 January 2027'],
    ['ja', '2027年1月1日(金)'],
    ['vi', 'thứ Sáu, 1/1/2027'],
    ['fr', 'vendredi 1er janvier 2027'],
    ['zh', '2027年1月1日（星期五）'],
    ['ko', '2027년 1월 1일(금)'],
  ] as const)('says the year in %s only where it is another one', (locale, date) => {
    expect(plain(at('2027-01-01T12:00:00Z', 'UTC', locale).date)).toBe(date);
    expect(at('2027-01-01T12:00:00Z', 'UTC', locale, Temporal.Instant.from('2027-03-01T00:00:00Z')).date).not.toContain(
      '2027',
    );
  });

  it('says a Sunday in Vietnamese as a day, not as a number', () => {
    expect(at('2026-11-22T12:00:00Z', 'UTC', 'vi').date).toBe('chủ nhật, 22/11');
  });

  it('names the zone in the language of the reader', () => {
    expect(at('2026-11-23T12:00:00Z', 'America/Toronto', 'en').zoneName).toBe('Eastern Time');
    expect(at('2026-11-23T12:00:00Z', 'Asia/Tokyo', 'ja').zoneName).toBe('日本標準時');
  });

  it('takes the present from the one clock when none is given', () => {
    const restore = useClock('2027-06-01T00:00:00Z');
    expect(
      clockWords({ instant: Temporal.Instant.from('2027-06-02T00:00:00Z'), zone: 'UTC', place: 'x', locale: 'en' })
        .date,
    ).toBe('Wednesday 2 June');
    restore();
  });
});

describe('how far away', () => {
  const far = (minutes: number, locale: Locale = 'en', zone = 'America/Toronto') =>
    relativeWords({ instant: present.add({ minutes }), zone, locale, now: present });

  it('goes from minutes to years', () => {
    expect([12, 89, 170, 24 * 60, 5 * 1440, 20 * 1440, 90 * 1440, 800 * 1440].map((m) => far(m))).toEqual([
      'in 12 minutes',
      'in 89 minutes',
      'in 2 hours',
      'tomorrow',
      'in 5 days',
      'in 2 weeks',
      'in 2 months',
      'in 2 years',
    ]);
    expect([-12, -170, -1440].map((m) => far(m))).toEqual(['12 minutes ago', '2 hours ago', 'yesterday']);
  });

  it('counts days on the calendar of the reader', () => {
    // 10:00 in Toronto: sixteen hours on it is tomorrow there; in Osaka, where it is midnight, it is still today.
    expect(far(16 * 60)).toBe('tomorrow');
    expect(far(16 * 60, 'en', 'Asia/Tokyo')).toBe('in 16 hours');
    expect(far(3 * 60, 'ja')).toMatch(/3\s?時間後/);
  });
});
