import { setImmediate } from 'node:timers/promises';
import { locales } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { holidayDays } from './days';
import type { ToldHoliday } from './days';

const years = 3;

interface Missing {
  country: string;
  year: number;
}

/**
 * Writes the national holidays of this year and the next two for each country that somebody lives in, works in or keeps
 * the holidays of, where they are not written yet. The package that knows them is large, and loaded only then.
 */
export async function fillHolidays(em: EntityManager): Promise<number> {
  const { year: present } = now().toZonedDateTimeISO('UTC');
  const missing: Missing[] = await em.query(
    `select c.country, y.year from (
            select country from person union select country from institution union select unnest(holidays) from availability
          ) c cross join generate_series($1::int, $2::int) as y(year)
      where c.country ~ '^[A-Z]{2}$'
        and not exists (select from holiday_fill f where f.country = c.country and f.year = y.year)
      order by c.country, y.year`,
    [present, present + years - 1],
  );
  if (missing.length === 0) return 0;
  const { default: Holidays } = await import('date-holidays');
  const known = new Holidays().getCountries();
  for (const { country, year } of missing) {
    const told = new Map<string, readonly ToldHoliday[]>();
    for (const locale of country in known ? locales : []) {
      told.set(locale, new Holidays(country).getHolidays(year, locale));
      // Counting moons takes a while; whoever talks through this process is not to hear it.
      await setImmediate();
    }
    const days = holidayDays(told);
    // One that two processes write at the same time is written once.
    await em.query(
      `with filled as (insert into holiday_fill (country, year, known) values ($1, $2, $3) on conflict do nothing returning 1)
       insert into holiday (country, day, name)
       select $1, day, name from unnest($4::date[], $5::jsonb[]) as d(day, name) on conflict do nothing`,
      [country, year, country in known, days.map(({ date }) => date), days.map(({ name }) => JSON.stringify(name))],
    );
  }
  return missing.length;
}
