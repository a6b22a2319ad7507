import { Temporal, toDate } from '@okaeri/words/time';
import { holidayDays } from './days';
import type { ToldHoliday } from './days';

const holiday = (date: string, hours: number, name: string, type = 'public'): ToldHoliday => {
  const start = Temporal.Instant.from(`${date.slice(0, 10)}T03:00:00Z`);
  return { date, start: toDate(start), end: toDate(start.add({ hours })), name, type };
};

describe('the days on which a country is closed', () => {
  it('are whole days, with their names in each language', () => {
    const told = new Map([
      ['en', [holiday('2027-01-01 00:00:00', 24, 'New Year')]],
      ['ja', [holiday('2027-01-01 00:00:00', 24, '元日')]],
    ]);
    expect(holidayDays(told)).toEqual([{ date: '2027-01-01', name: { en: 'New Year', ja: '元日' } }]);
  });

  it('last as long as they were told, also over a change of clocks, and a day has its own name before the week’s', () => {
    const told = new Map([
      ['vi', [holiday('2027-02-05 00:00:00', 119, 'Tuần Tết'), holiday('2027-02-06 00:00:00', 24, 'Tết')]],
    ]);
    expect(holidayDays(told).map(({ date, name }) => [date, name['vi']])).toEqual([
      ['2027-02-05', 'Tuần Tết'],
      ['2027-02-06', 'Tết'],
      ['2027-02-07', 'Tuần Tết'],
      ['2027-02-08', 'Tuần Tết'],
      ['2027-02-09', 'Tuần Tết'],
    ]);
  });

  it('leave out what closes nothing: banks, observances, an afternoon', () => {
    const told = new Map([
      [
        'zh',
        [
          holiday('2027-01-02 00:00:00', 24, '银行', 'bank'),
          holiday('2027-03-08 12:00:00', 12, '妇女节'),
          holiday('2027-06-01 00:00:00', 24, '节日', 'observance'),
        ],
      ],
    ]);
    expect(holidayDays(told)).toEqual([]);
  });
});
