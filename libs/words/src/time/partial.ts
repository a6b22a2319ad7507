import type { Locale } from '@okaeri/contracts';
import { calendarWords, monthWords, yearWords } from './conventions';
import { Temporal } from './now';

/**
 * A date as far as somebody knew it, in words: "2010", "March 2010", "14 March 1958". Of a time the day is told on which it was where it was
 * written down. What is no date is `null`.
 */
export function partialWords(text: string, locale: Locale): string | null {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T|$)/.exec(text) ?? [];
  if (year === '') return null;
  try {
    const date = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) },
      { overflow: 'reject' },
    );
    if (day) return calendarWords(locale, date);
    return month ? monthWords(locale, date) : yearWords(locale, date);
  } catch {
    return null;
  }
}

/** Days since 1970 of a date as far as somebody knew it, for a place on a line; `null` for what is no date. */
export function partialDay(text: string): number | null {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T|$)/.exec(text) ?? [];
  if (year === '') return null;
  try {
    const given = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) };
    const date = Temporal.PlainDate.from(given, { overflow: 'reject' });
    return date.since(new Temporal.PlainDate(1970, 1, 1)).days;
  } catch {
    return null;
  }
}
