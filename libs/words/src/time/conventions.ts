import { localeTags } from '@okaeri/contracts';
import type { Locale } from '@okaeri/contracts';
import { Temporal } from './now';

interface Convention {
  /** "Tuesday 24 November"; with the year only where it would be in doubt. */
  date: (day: Temporal.ZonedDateTime, withYear: boolean) => string;
  /** "7:00 p.m." */
  time: (hour: number, minute: string) => string;
}

const noBreak = '\u00a0';
const formats = new Map<string, Intl.DateTimeFormat>();
/** To take a name out of a date takes longer than all the other words of it. */
const zoneNames = new Map<string, string>();
const mostNames = 5000;

function part(locale: Locale, at: Temporal.ZonedDateTime, options: Intl.DateTimeFormatOptions): string {
  const id = `${locale} ${at.timeZoneId} ${JSON.stringify(options)}`;
  let format = formats.get(id);
  if (!format) {
    format = new Intl.DateTimeFormat(localeTags[locale], { ...options, timeZone: at.timeZoneId });
    formats.set(id, format);
  }
  return format.format(at.epochMilliseconds);
}

const weekday = (locale: Locale, at: Temporal.ZonedDateTime) => part(locale, at, { weekday: 'long' });
const shortWeekday = (locale: Locale, at: Temporal.ZonedDateTime) => part(locale, at, { weekday: 'short' });
const month = (locale: Locale, at: Temporal.ZonedDateTime) => part(locale, at, { month: 'long' });
const onTheHour = (minute: string) => minute === '00';

/**
 * How a clinic's letter writes a day and an hour in each language. ICU's own patterns are not used whole: they put the
 * month first in Canadian English, say "0 h 00", and give "12:00 p.m." where a patient may read midnight.
 */
const conventions: Record<Locale, Convention> = {
  en: {
    date: (at, withYear) => `${weekday('en', at)} ${at.day} ${month('en', at)}${withYear ? ` ${at.year}` : ''}`,
    time: (hour, minute) => {
      if (onTheHour(minute) && hour % 12 === 0) return hour === 0 ? '12:00 midnight' : '12:00 noon';
      return `${hour % 12 || 12}:${minute}${noBreak}${hour < 12 ? 'a.m.' : 'p.m.'}`;
    },
  },
  ja: {
    date: (at, withYear) => `${withYear ? `${at.year}年` : ''}${at.month}月${at.day}日(${shortWeekday('ja', at)})`,
    time: (hour, minute) => {
      if (onTheHour(minute) && hour === 12) return '正午';
      return `${hour < 12 ? '午前' : '午後'}${hour % 12}時${onTheHour(minute) ? '' : `${Number(minute)}分`}`;
    },
  },
  vi: {
    date: (at, withYear) =>
      `${weekday('vi', at)
        .replace(/^Thứ/, 'thứ')
        .replace(/^Chủ Nhật/, 'chủ nhật')}, ${at.day}/${at.month}${withYear ? `/${at.year}` : ''}`,
    time: (hour, minute) => `${hour}:${minute}`,
  },
  fr: {
    date: (at, withYear) =>
      `${weekday('fr', at)} ${at.day === 1 ? '1er' : at.day}${noBreak}${month('fr', at)}${withYear ? ` ${at.year}` : ''}`,
    time: (hour, minute) => `${hour}${noBreak}h${onTheHour(minute) ? '' : `${noBreak}${minute}`}`,
  },
  zh: {
    date: (at, withYear) => `${withYear ? `${at.year}年` : ''}${at.month}月${at.day}日（${weekday('zh', at)}）`,
    time: (hour, minute) => `${hour}:${minute}`,
  },
  ko: {
    date: (at, withYear) => `${withYear ? `${at.year}년 ` : ''}${at.month}월 ${at.day}일(${shortWeekday('ko', at)})`,
    time: (hour, minute) => {
      const minutes = onTheHour(minute) ? '' : ` ${Number(minute)}분`;
      if (hour === 12) return `낮 12시${minutes}`;
      return `${hour < 12 ? '오전' : '오후'} ${hour % 12}시${minutes}`;
    },
  },
};

export function dateWords(locale: Locale, at: Temporal.ZonedDateTime, withYear: boolean): string {
  return conventions[locale].date(at, withYear);
}

/** A day of long ago, without its weekday: "14 March 1958". */
export function calendarWords(locale: Locale, day: Temporal.PlainDate): string {
  const at = day.toZonedDateTime('UTC');
  if (locale === 'ja' || locale === 'zh') return `${day.year}年${day.month}月${day.day}日`;
  if (locale === 'ko') return `${day.year}년 ${day.month}월 ${day.day}일`;
  if (locale === 'vi') return `${day.day}/${day.month}/${day.year}`;
  const first = locale === 'fr' && day.day === 1 ? '1er' : day.day;
  return `${first}${noBreak}${month(locale, at)} ${day.year}`;
}

/** "March 2010", of which nobody knows the day. */
export function monthWords(locale: Locale, day: Temporal.PlainDate): string {
  if (locale === 'ja' || locale === 'zh') return `${day.year}年${day.month}月`;
  if (locale === 'ko') return `${day.year}년 ${day.month}월`;
  if (locale === 'vi') return `${day.month}/${day.year}`;
  return `${month(locale, day.toZonedDateTime('UTC'))} ${day.year}`;
}

export function yearWords(locale: Locale, { year }: Temporal.PlainDate): string {
  if (locale === 'ja' || locale === 'zh') return `${year}年`;
  return locale === 'ko' ? `${year}년` : String(year);
}

export function timeWords(locale: Locale, at: Temporal.ZonedDateTime): string {
  return conventions[locale].time(at.hour, String(at.minute).padStart(2, '0'));
}

/** "Eastern Time" rather than "Eastern Standard Time": the difference is for machines. */
export function zoneWords(locale: Locale, at: Temporal.ZonedDateTime): string {
  const day = Math.floor(at.epochMilliseconds / 86_400_000);
  const said = `${locale} ${at.timeZoneId} ${day}`;
  const known = zoneNames.get(said);
  if (known !== undefined) return known;
  const id = `${locale} ${at.timeZoneId} name`;
  let format = formats.get(id);
  if (!format) {
    format = new Intl.DateTimeFormat(localeTags[locale], { timeZone: at.timeZoneId, timeZoneName: 'longGeneric' });
    formats.set(id, format);
  }
  const found = format.formatToParts(at.epochMilliseconds).find(({ type }) => type === 'timeZoneName');
  const name = found?.value ?? at.timeZoneId;
  if (zoneNames.size >= mostNames) zoneNames.clear();
  zoneNames.set(said, name);
  return name;
}
