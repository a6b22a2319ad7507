import { fillHolidays, readHolidays } from '@okaeri/scheduling';
import { useClock } from '@okaeri/words/time';
import { SocketWorld } from '../support/socket-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL, and the package that knows the holidays. */
describe('national holidays', () => {
  let world: SocketWorld;
  let restore: () => void;
  const rows = (sql: string) => world.data.query<{ day: string; country: string }[]>(sql);

  beforeAll(async () => {
    world = await SocketWorld.open();
    restore = useClock('2027-01-05T00:00:00Z');
    await world.person();
    const away = await world.person('vi');
    await world.data.query(`update person set country = 'VN', zone = 'Asia/Ho_Chi_Minh' where id = $1`, [away.id]);
  });
  afterAll(async () => {
    restore();
    await world.close();
  });

  it('are written once for each country that somebody is of, by two processes at the same moment too', async () => {
    await Promise.all([fillHolidays(world.data.manager), fillHolidays(world.data.manager)]);
    const fills = await rows('select country, year, known from holiday_fill order by country, year');
    expect(fills).toEqual(
      ['JP', 'VN'].flatMap((country) => [2027, 2028, 2029].map((year) => ({ country, year, known: true }))),
    );
    expect(await fillHolidays(world.data.manager)).toBe(0);
  });

  it('are days of the country’s own calendar, as the laws have them', async () => {
    const days = async (country: string, from: string, to: string) =>
      (await readHolidays(world.data.manager, [country], from, to)).map(({ date }) => date);
    // Japan: Act on National Holidays, and the substitute for one on a Sunday. Tết: five days around the new moon.
    expect(await days('JP', '2027-04-25', '2027-05-08')).toEqual([
      '2027-04-29',
      '2027-05-03',
      '2027-05-04',
      '2027-05-05',
    ]);
    expect(await days('JP', '2027-03-20', '2027-03-23')).toEqual(['2027-03-21', '2027-03-22']);
    expect(await days('VN', '2027-02-01', '2027-02-20')).toEqual([5, 6, 7, 8, 9].map((day) => `2027-02-0${day}`));
  });

  it('have a name in each of the six languages', async () => {
    const [newYear] = await readHolidays(world.data.manager, ['VN'], '2027-02-06', '2027-02-06');
    expect(Object.keys(newYear?.name ?? {}).toSorted()).toEqual(['en', 'fr', 'ja', 'ko', 'vi', 'zh']);
    expect(newYear?.name.vi).toContain('Tết');
  });

  it('of a country that nobody knows are asked for once, and are none', async () => {
    const somebody = await world.person();
    await world.data.query(`update person set country = 'QQ' where id = $1`, [somebody.id]);
    expect(await fillHolidays(world.data.manager)).toBe(3);
    expect(await fillHolidays(world.data.manager)).toBe(0);
    expect(await readHolidays(world.data.manager, ['QQ'], '2027-01-01', '2029-12-31')).toEqual([]);
  });
});
