import { locales } from '@okaeri/contracts';
import type { Locale } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { Temporal, clockWords, promiseWords } from '@okaeri/words/time';
import { clockFact, nameFact, tell } from './phrase';
import type { Phrase } from './phrase';
import { clocksBlock, sayTold, sentenceOf, timesBlock, toldOf } from './told';
import type { ToldLetter } from './told';

const now = Temporal.Instant.from('2026-11-23T00:00:00Z');
const startsAt = Temporal.Instant.from('2026-11-25T00:00:00Z');
const osaka = { en: 'Osaka', ja: '大阪' };
const here = { zone: 'America/Toronto', place: { en: 'Toronto' }, now };
const [own, theirs] = [clockFact(startsAt, here), clockFact(startsAt, { zone: 'Asia/Tokyo', place: osaka, now })];
const promised = clockFact('2026-11-24T18:00:00', here);
const physician = {
  name: '佐藤 健',
  nameLatin: 'Sato Ken',
  nameKana: 'さとう けん',
  language: 'ja',
  country: 'JP',
} as const;
const title: Phrase = { key: 'mail.visit.booked.subject', values: { date: { date: own }, time: { time: own } } };

const blocksIn = (locale: Locale) => [
  { kind: 'heading' as const, text: tell(locale, title) },
  sentenceOf(
    locale,
    {
      key: 'mail.visit.with.patient',
      values: { physician: nameFact(physician, 'physician'), institution: { text: { en: 'Bay', ja: '湾岸' } } },
    },
    { key: 'mail.visit.reminder.body', values: { relative: { relative: own } } },
    { key: 'ready.ask.until', values: { moment: { moment: own } } },
    { key: 'ready.ask.asked.body', values: { institution: '–', languages: { languages: ['ja', 'en'] }, minutes: 30 } },
  ),
  clocksBlock(locale, [own, theirs]),
  clocksBlock(locale, [promised], { over: true }),
  timesBlock(locale, [[own, theirs]]),
  { kind: 'button' as const, text: 'Go', href: 'https://okaeri.example/' },
];

describe.each(locales)('what was told, in %s', (locale) => {
  it('is said again as it would have been said then', () => {
    const told = toldOf(title, blocksIn('vi'));
    const kept = JSON.parse(JSON.stringify(told)) as ToldLetter;
    const said = sayTold(locale, kept);
    expect(said.subject).toBe(tell(locale, title));
    const wordsOf = (blocks: readonly object[]) => blocks.map((block) => ({ ...block, told: null, over: null }));
    const wanted = blocksIn(locale).filter(({ kind }) => kind !== 'heading' && kind !== 'button');
    expect(wordsOf(said.blocks)).toEqual(wordsOf(wanted));
  });

  it('has the words of every clock', () => {
    const clock = clockWords({ instant: startsAt, locale, zone: 'America/Toronto', place: 'Toronto', now });
    const wall = promiseWords({ wall: '2026-11-24T18:00:00', locale, zone: 'America/Toronto', place: 'Toronto', now });
    const { date, time } = clock;
    expect(tell(locale, title)).toBe(say(locale, 'mail.visit.booked.subject', { date, time }));
    expect(clocksBlock(locale, [own])).toMatchObject({ clocks: [clock] });
    expect(clocksBlock(locale, [promised])).toMatchObject({ clocks: [wall] });
  });
});

it('of which some was written in one language only is kept as it was written', () => {
  expect(toldOf(title, [{ kind: 'sentence', text: 'Only so.' }])).toBeNull();
  expect(toldOf(undefined, blocksIn('en'))).toBeNull();
});
