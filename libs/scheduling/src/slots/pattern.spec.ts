import { dayNumber } from '@okaeri/words/time';
import { localOpen, weekdayOf } from './pattern';
import type { Exception, Rule } from './pattern';

const day = 1440;
const [monday, sunday] = [dayNumber('2026-11-23'), dayNumber('2026-11-29')];
const rule = (kind: Rule['kind'], weekday: number, from: number, to: number, more: Partial<Rule> = {}): Rule => ({
  ...{ kind, weekday, from: from * 60, to: to * 60, validFrom: null, validTo: null },
  ...more,
});
const that = (kind: Exception['kind'], date: number, from: number, to: number): Exception => ({
  ...{ kind, day: date, from: from * 60, to: to * 60 },
});

/** "Tue 9-12" for each span of that week. */
function told(
  rules: Rule[],
  days: Exception[] = [],
  { holidays = [], onCall = false }: { holidays?: number[]; onCall?: boolean } = {},
): string[] {
  const open = localOpen({ rules, days }, monday, sunday, { holidays: new Set(holidays), onCall });
  const words: string[] = [];
  for (let i = 0; i < open.length; i += 2) {
    const [from, to] = [open[i] as number, open[i + 1] as number];
    const date = Math.floor(from / day);
    const name = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekdayOf(date) - 1];
    words.push(`${name} ${(from - date * day) / 60}-${(to - date * day) / 60}`);
  }
  return words;
}

describe('the hours of a week', () => {
  it('open on their weekday, without the breaks', () => {
    expect(told([rule('open', 2, 9, 17), rule('break', 2, 12, 13)])).toEqual(['Tue 9-12', 'Tue 13-17']);
  });

  it('on call, over midnight, only where on-call hours are asked for', () => {
    const rules = [rule('open', 5, 9, 17), rule('on_call', 5, 22, 30)];
    expect(told(rules)).toEqual(['Fri 9-17']);
    expect(told(rules, [], { onCall: true })).toEqual(['Fri 9-17', 'Fri 22-30']);
  });

  it('what began on the evening before the first day reaches into it', () => {
    expect(told([rule('open', 7, 22, 26)])).toEqual(['Sun 22-26', 'Sun 22-26']);
  });

  it('closed from midnight to midnight on a holiday, also what reaches into it', () => {
    const rules = [rule('open', 2, 9, 17), rule('open', 1, 20, 32)];
    expect(told(rules, [], { holidays: [monday + 1] })).toEqual(['Mon 20-24']);
  });

  it('an exception opens on a holiday and in a break, and off beats all', () => {
    const rules = [rule('open', 2, 9, 17), rule('break', 2, 12, 13)];
    expect(told(rules, [that('open', monday + 1, 12, 14)], { holidays: [monday + 1] })).toEqual(['Tue 12-14']);
    expect(told(rules, [that('open', monday + 1, 12, 13), that('off', monday + 1, 12.5, 24)])).toEqual(['Tue 9-12.5']);
    expect(told(rules, [that('off', monday, 23, 34)])).toEqual(['Tue 10-12', 'Tue 13-17']);
  });

  it('a rule holds from its first day to its last', () => {
    const from = (validFrom: number | null, validTo: number | null) =>
      told([rule('open', 3, 9, 10, { validFrom, validTo })]);
    expect(from(monday + 2, monday + 2)).toEqual(['Wed 9-10']);
    expect(from(monday + 3, null)).toEqual([]);
    expect(from(null, monday + 1)).toEqual([]);
  });
});
