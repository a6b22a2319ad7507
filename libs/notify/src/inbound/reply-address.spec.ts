import type { SeatId } from '@okaeri/contracts';
import { houseOf } from '@okaeri/platform';
import { replyAddress, seatOfReply } from './reply-address';

const house = houseOf('the secret of a house in a test, and nowhere else');
const seat = '5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11' as SeatId;

describe('the address for an answer', () => {
  const address = replyAddress(house, seat, 'okaeri.example');

  it('is as long as the name of a mailbox may be, and stands for one seat in any case', () => {
    expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
    expect(seatOfReply(house, address, 'okaeri.example')).toBe(seat);
    expect(seatOfReply(house, address.toUpperCase(), 'okaeri.example')).toBe(seat);
  });

  it.each([
    [address.replace(/.@/, (last) => (last === '0@' ? '1@' : '0@'))],
    [address.replace('5b0a', '5b0b')],
    [address.replace('okaeri.example', 'other.example')],
    ['reply+5b0a4c648b3e4a529d1c0f3d6f6a2e11@okaeri.example'],
    ['bounce+5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11@okaeri.example'],
  ])('cannot be made up: %s', (made) => expect(seatOfReply(house, made, 'okaeri.example')).toBeNull());

  it('is of one house', () => {
    expect(
      seatOfReply(houseOf('the secret of another house in a test, of none'), address, 'okaeri.example'),
    ).toBeNull();
  });
});
