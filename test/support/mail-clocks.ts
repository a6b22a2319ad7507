import { localized } from '@okaeri/access';
import type { Locale } from '@okaeri/contracts';
import type { ReadCalendar } from './calendar';
import { oracleWords } from './clock-words';
import type { SunkMail } from './mail-sink';
import { places } from './mail-world';
import { wallAt, wallText } from './oracle';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

interface Moment {
  locale: Locale;
  /** The reader's zone first, then those of the others; each is said once. */
  zones: readonly string[];
  /** Minutes since 1970: when the visit is, and the present. */
  starts: number;
  now: number;
}

/** The lines in which a mail must say a moment, by the table that was written by hand. */
export function clockLines({ locale, zones, starts, now }: Moment): string[] {
  return [...new Set(zones)].map((zone) => {
    const { date, time } = oracleWords(locale, wallAt(zone, starts), wallAt(zone, now).year);
    const place = localized(places[zone] ?? { en: zone }, locale);
    return `${place}: ${date}${['ja', 'zh', 'ko'].includes(locale) ? ' ' : ', '}${time}`;
  });
}

/** Both clocks and both dates stand in the text and in the page; of the reader's own, what is asked in the subject. */
export function expectClocks({ mail }: SunkMail, moment: Moment, subject: 'whole' | 'time' | 'none' = 'whole'): void {
  const lines = clockLines(moment);
  expect(plain(mail.text ?? '')).toContain(`\n${lines.join('\n')}\n`);
  const page = plain((mail.html ?? '').replace(/<[^>]+>/g, '\n')).replace(/\s*\n\s*/g, '\n');
  for (const line of lines) {
    const [place, said] = [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)];
    expect(page).toMatch(new RegExp(`\n${escaped(place)}:?\n${escaped(said)}\n`));
  }
  const { date, time } = oracleWords(
    moment.locale,
    wallAt(moment.zones[0] ?? '', moment.starts),
    wallAt(moment.zones[0] ?? '', moment.now).year,
  );
  if (subject === 'whole') expect(plain(mail.subject ?? '')).toContain(date);
  if (subject !== 'none') expect(plain(mail.subject ?? '')).toContain(time);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A calendar program shows the wall that the table has, and comes to the instant of the visit. */
export function expectCalendarTimes(
  read: ReadCalendar,
  { zone, starts, minutes }: { zone: string; starts: number; minutes: number },
): void {
  expect([read.starts, read.ends]).toEqual([starts * 60, (starts + minutes) * 60]);
  // Of an hour that comes twice the file says by UTC which one is meant.
  if (read.zone === 'UTC') return;
  expect(read.zone).toBe(zone);
  expect([read.startWall, read.endWall]).toEqual([
    wallText(wallAt(zone, starts)),
    wallText(wallAt(zone, starts + minutes)),
  ]);
}
