import { firstSound, type SoundView, type VisitSeat } from '@okaeri/contracts';
import { channelOf, otherOf, partnersOf, roomSoundOf } from './room-sound';

const seat = (
  seatId: string,
  role: VisitSeat['role'],
  language: VisitSeat['language'],
  more: Partial<VisitSeat> = {},
) => ({ seatId, role, language, interprets: null, state: 'joined', ...more }) as VisitSeat;
const linh = seat('linh', 'patient', 'vi');
const sato = seat('sato', 'physician', 'ja');
const hoa = seat('hoa', 'interpreter', 'vi', { interprets: ['ja-JP', 'vi-VN'] });
const people = [linh, sato, hoa];
const at = (seatId: string, pair: [string, string], to: string | null) => ({
  ...{ seatId, pair, to, relay: null, offered: null, since: null },
});
const of = (sound: SoundView, who: string, among = people) => {
  const room = roomSoundOf({ sound, snapshot: null }, among, who);
  if (!room) throw new Error(`${who} is not in it`);
  return room;
};
const working: SoundView = { ...firstSound, mode: 'simultaneous', interpreters: [at('hoa', ['ja', 'vi'], 'vi')] };

describe('who interprets', () => {
  it('is known from the booking before anybody works', () => {
    const room = of(firstSound, 'hoa');
    expect(room.own).toMatchObject({ pair: ['ja-JP', 'vi-VN'], to: null, heardBy: ['linh', 'sato'] });
    expect(of(firstSound, 'linh').languages).toEqual(['vi', 'ja']);
  });

  it('is heard by those who listen to her language', () => {
    expect(of(working, 'sato').interpreters[0]?.heardBy).toEqual(['linh']);
    const both = { ...working, hears: { sato: 'vi' } };
    expect(of(both, 'sato').interpreters[0]?.heardBy).toEqual(['linh', 'sato']);
    expect(of(both, 'sato').hears).toBe('vi');
  });

  it('works in one channel, which nobody holds who is away', () => {
    expect(channelOf(of(working, 'linh').interpreters, 'vi-VN')?.seatId).toBe('hoa');
    const away = [linh, sato, { ...hoa, state: 'left' as const }];
    expect(channelOf(of(working, 'linh', away).interpreters, 'vi')).toBeUndefined();
  });

  it('knows what is spoken beside her pair', () => {
    const chen = seat('chen', 'guest', 'zh');
    expect(of(working, 'hoa', [...people, chen]).strange).toEqual(['zh']);
    expect(of(working, 'linh', [...people, chen]).strange).toEqual([]);
  });

  it('names the language that is interpreted', () => {
    expect(otherOf(['ja-JP', 'vi-VN'], 'vi')).toBe('ja-JP');
  });
});

describe('handing over', () => {
  const ngoc = seat('ngoc', 'interpreter', 'vi', { interprets: ['vi', 'ja'] });
  const all = [...people, ngoc];

  it('is to one who knows both', () => {
    expect(partnersOf(of(working, 'hoa', all)).give.map(({ seatId }) => seatId)).toEqual(['ngoc']);
    expect(partnersOf(of(working, 'ngoc', all))).toEqual({ give: [], take: null });
  });

  it('is from who offered it, or who is away', () => {
    const offered = { ...working, interpreters: [{ ...at('hoa', ['ja', 'vi'], 'vi'), offered: 'ngoc' }] };
    expect(partnersOf(of(offered, 'ngoc', all)).take?.seatId).toBe('hoa');
    const away = [linh, sato, { ...hoa, state: 'left' as const }, ngoc];
    expect(partnersOf(of(working, 'ngoc', away)).take?.seatId).toBe('hoa');
  });
});
