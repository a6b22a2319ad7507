import { OkaeriError } from '@okaeri/contracts';
import type { OutcomeGroup, StatisticsPage, StatisticsQuery } from '@okaeri/contracts';
import { leadKeys, readStatistics, reminderKeys } from '@okaeri/scheduling';
import type { Counted } from '@okaeri/scheduling';
import { say } from '@okaeri/words';
import { Temporal, clockWords, dayWords } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../pages/reader';
import { caredFor } from '../people/registration';
import { everyWeek } from './weeks';

const weeksShown = 12;
/** More than this in one picture nobody reads, and it is counted while she waits. */
const mostDays = 732;

/** Twelve weeks up to today, where no days are chosen. */
export async function statisticsOf(em: EntityManager, reader: Reader, query: StatisticsQuery): Promise<StatisticsPage> {
  const today = reader.now.toZonedDateTimeISO(reader.zone).toPlainDate();
  const last = query.to ? Temporal.PlainDate.from(query.to) : today;
  const first = query.from
    ? Temporal.PlainDate.from(query.from)
    : last.subtract({ days: last.dayOfWeek - 1, weeks: weeksShown - 1 });
  const { days } = first.until(last);
  if (days < 0 || days > mostDays) {
    throw new OkaeriError('fields_invalid', {}, { fields: [{ path: 'to', code: 'date_order' }] });
  }
  const [from, to] = [first.toString(), last.toString()];
  const cared = await caredFor(em, reader.personId);
  const institutionIds = query.institutionId ? cared.filter((id) => id === query.institutionId) : cared;
  if (institutionIds.length === 0) throw new OkaeriError('not_found');
  const { weeks, byLead, byHour, byReminder } = await readStatistics(em, { institutionIds, from, to });
  const { locale } = reader;
  const group = (rows: readonly Counted[], words: (key: string) => string): OutcomeGroup[] =>
    rows.map((row) => ({ ...row, words: words(row.key) }));
  return {
    ...{ from, to },
    fromWords: dayWords(from, locale),
    toWords: dayWords(to, locale),
    weeks: everyWeek(weeks, { from, to }).map(({ key, ...counts }) => ({
      ...counts,
      date: key,
      words: weekWords(key, reader),
    })),
    byLead: group(byLead, (key) => say(locale, `statistics.lead.${known(leadKeys, key)}`)),
    byHour: group(byHour, (key) => hourWords(Number(key), reader)),
    byReminder: group(byReminder, (key) => say(locale, `statistics.reminder.${known(reminderKeys, key)}`)),
  };
}

function weekWords(monday: string, { locale }: Reader): string {
  const sunday = Temporal.PlainDate.from(monday).add({ days: 6 }).toString();
  return say(locale, 'statistics.week', { from: dayWords(monday, locale), to: dayWords(sunday, locale) });
}

/** Of any day: what a clock shows at the full hour. */
function hourWords(hour: number, { locale }: Reader): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(hour * 3_600_000);
  return clockWords({ instant, zone: 'UTC', place: '', locale, now: instant }).time;
}

function known<Key extends string>(keys: readonly Key[], key: string): Key {
  const found = keys.find((each) => each === key);
  if (!found) throw new OkaeriError('internal');
  return found;
}
