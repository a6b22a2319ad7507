import type { Locale } from '@okaeri/contracts';
import type { OracleWall } from './oracle';

/** The days, Sunday first, and how a letter of a clinic writes a day and an hour: by hand, without ICU. */
const days: Record<Locale, readonly string[]> = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  vi: ['chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  ko: ['일', '월', '화', '수', '목', '금', '토'],
};
const english = 'January February March April May June July August September October November December'.split(' ');
const french = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

const two = (value: number) => String(value).padStart(2, '0');
const twelve = (hour: number) => (hour % 12 === 0 ? 12 : hour % 12);

function dateOf(locale: Locale, wall: OracleWall, withYear: boolean): string {
  const { year, month, day } = wall;
  const name = days[locale][wall.weekday] ?? '';
  const asian = (y: string, m: string, d: string) => `${withYear ? y : ''}${m}${d}`;
  switch (locale) {
    case 'en':
      return `${name} ${day} ${english[month - 1]}${withYear ? ` ${year}` : ''}`;
    case 'fr':
      return `${name} ${day === 1 ? '1er' : day} ${french[month - 1]}${withYear ? ` ${year}` : ''}`;
    case 'vi':
      return `${name}, ${day}/${month}${withYear ? `/${year}` : ''}`;
    case 'ja':
      return asian(`${year}年`, `${month}月`, `${day}日(${name})`);
    case 'zh':
      return asian(`${year}年`, `${month}月`, `${day}日（${name}）`);
    case 'ko':
      return asian(`${year}년 `, `${month}월 `, `${day}일(${name})`);
  }
}

function timeOf(locale: Locale, { hour, minute }: OracleWall): string {
  const whole = minute === 0;
  switch (locale) {
    case 'en':
      if (whole && hour === 0) return '12:00 midnight';
      if (whole && hour === 12) return '12:00 noon';
      return `${twelve(hour)}:${two(minute)} ${hour >= 12 ? 'p.m.' : 'a.m.'}`;
    case 'fr':
      return whole ? `${hour} h` : `${hour} h ${two(minute)}`;
    case 'vi':
    case 'zh':
      return `${hour}:${two(minute)}`;
    case 'ja':
      if (whole && hour === 12) return '正午';
      return `${hour >= 12 ? '午後' : '午前'}${hour % 12}時${whole ? '' : `${minute}分`}`;
    case 'ko': {
      const half = hour === 12 ? '낮' : hour > 12 ? '오후' : '오전';
      return `${half} ${hour === 12 ? 12 : hour % 12}시${whole ? '' : ` ${minute}분`}`;
    }
  }
}

/** A moment in a reader's words, every blank an ordinary one. The year is said where it is not `thisYear`. */
export function oracleWords(locale: Locale, wall: OracleWall, thisYear: number): { date: string; time: string } {
  return { date: dateOf(locale, wall, wall.year !== thisYear), time: timeOf(locale, wall) };
}
