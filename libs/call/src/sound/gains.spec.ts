import { duck, firstSound, type SoundView, type VisitSnapshot } from '@okaeri/contracts';
import { gainsOf } from './gains';

const seat = (seatId: string, role: VisitSnapshot['me']['role']) => ({
  ...{ seatId, role, state: 'joined' as const, beside: null, waitRank: null, away: null },
});
const snapshot = {
  me: { seatId: 'sato', role: 'physician', state: 'joined' },
  seats: [seat('sato', 'physician'), seat('linh', 'patient'), seat('hoa', 'interpreter')],
} as unknown as VisitSnapshot;
const people = [
  { seatId: 'sato', language: 'ja', interprets: null },
  { seatId: 'linh', language: 'vi', interprets: null },
  { seatId: 'hoa', language: 'vi', interprets: ['ja', 'vi'] as const },
];
const sound: SoundView = {
  ...firstSound,
  mode: 'simultaneous',
  interpreters: [{ seatId: 'hoa', pair: ['ja', 'vi'], to: 'ja', relay: null, offered: null, since: null }],
};
const always = () => true;

describe('how loud each voice is played', () => {
  it('puts the floor under the voice that interprets it, while that voice lives', () => {
    const gain = gainsOf(sound, snapshot, people);
    expect([gain('linh', always), gain('hoa', always)]).toEqual([duck, 1]);
    expect(gain('linh', () => false)).toBe(1);
  });

  it('plays everything in full until everybody is known', () => {
    expect(gainsOf(sound, snapshot, people.slice(0, 2))('linh', always)).toBe(1);
    expect(gainsOf(sound, null, people)('linh', always)).toBe(1);
  });
});
