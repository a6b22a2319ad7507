import type { Localized } from '@okaeri/access';
import type { EntityManager } from 'typeorm';

export interface NationalHoliday {
  date: string;
  name: Localized;
  countries: string[];
}

/** Those of some countries from one day to another, one a day and name. */
export async function readHolidays(
  em: EntityManager,
  countries: readonly string[],
  from: string,
  to: string,
): Promise<NationalHoliday[]> {
  return em.query(
    `select day::text as date, name, array_agg(country order by country) as countries from holiday
      where country = any($1::text[]) and day between $2 and $3 group by day, name order by day, countries`,
    [countries, from, to],
  );
}

/** Countries of which it is known when they are closed. */
export async function knownCountries(em: EntityManager): Promise<string[]> {
  const rows: { country: string }[] = await em.query(
    'select distinct country from holiday_fill where known order by country',
  );
  return rows.map(({ country }) => country);
}
