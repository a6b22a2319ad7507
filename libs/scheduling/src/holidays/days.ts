import { dateOfDay, dayNumber } from '@okaeri/words/time';

/** What the package of holidays tells of one, in a language. */
export interface ToldHoliday {
  /** "2027-02-05 00:00:00" by the clocks of the country. */
  date: string;
  start: Date;
  end: Date;
  name: string;
  type: string;
}

export interface HolidayDay {
  date: string;
  name: Record<string, string>;
}

const dayMs = 86_400_000;

/**
 * The whole days on which a country is closed, with their names in each language that was asked. Only the length of a
 * holiday is taken from its instants: they are counted by zone data of the package's own.
 */
export function holidayDays(told: ReadonlyMap<string, readonly ToldHoliday[]>): HolidayDay[] {
  const days = new Map<number, { length: number; name: Record<string, string> }>();
  for (const [language, holidays] of told) {
    for (const { date, start, end, name, type } of holidays) {
      const length = Math.round((end.getTime() - start.getTime()) / dayMs);
      // An afternoon off closes no hospital.
      if (type !== 'public' || length < 1 || !date.includes(' 00:00')) continue;
      const first = dayNumber(date.slice(0, 10));
      for (let day = first; day < first + length; day += 1) {
        const known = days.get(day);
        // The day itself has a better name than the week around it.
        if (known && known.length < length) continue;
        const names = known?.length === length ? known.name : {};
        days.set(day, { length, name: { ...names, [language]: names[language] ?? name } });
      }
    }
  }
  return [...days].sort(([a], [b]) => a - b).map(([day, { name }]) => ({ date: dateOfDay(day), name }));
}
