import { firstSound, type VisitSnapshot } from '@okaeri/contracts';
import type { Link } from '../link/link';
import type { DeviceHolder } from '../room/device';
import type { Room } from '../room/room';
import { createStore } from '../store';
import { makeClaims } from './claims';
import type { Ground } from './ground';
import { createMailbox } from './mailbox';
import { holdSeat } from './seat';

type State = VisitSnapshot['me']['state'];
const snapshot = (state: State, epoch: number | null): VisitSnapshot => ({
  ...{ visitId: 'v', status: 'arrived', version: 1, me: { seatId: 'me', role: 'patient', state }, seats: [] },
  ...{ sound: firstSound, written: [], showing: null, rtpCapabilities: null, epoch },
});

/** A window that sits in the room of epoch 3, and a gateway that says how things are now. */
async function inRoom(now: VisitSnapshot) {
  const asked: [string, { epoch?: number | null }][] = [];
  const request = (name: string, data: { epoch?: number | null }) => {
    asked.push([name, data]);
    const answer = name === 'visit.enter' ? { seatToken: 't', snapshot: snapshot('joined', 3) } : { snapshot: now };
    return Promise.resolve({ ...answer, room: null });
  };
  const link = { up: true, request } as unknown as Link;
  const nothing = () => undefined;
  const ground = {
    ...{ link, room: { epoch: 3 } as Room, phase: 'joined', inCall: true, options: {}, hold: { set: nothing } },
    store: createStore({ snapshot: null }),
    ...{ tell: nothing, show: nothing, hear: nothing, move: () => false },
  } as unknown as Ground;
  const seat = holdSeat('v', 'ja', null);
  await seat.claim(link, null);
  const joinAgain = jest.fn();
  const hooks = { admitted: nothing, joinAgain };
  const claims = makeClaims(ground, seat, {} as DeviceHolder, createMailbox(), hooks);
  await claims.refresh();
  return { asked, joinAgain };
}

describe('reading the visit again from inside the room', () => {
  it('does not have its streams told again', async () => {
    const { asked, joinAgain } = await inRoom(snapshot('joined', 3));
    expect(asked.at(-1)).toEqual(['visit.resume', expect.objectContaining({ seatToken: 't', epoch: null })]);
    expect(joinAgain).not.toHaveBeenCalled();
  });

  it.each([
    ['the room is elsewhere', snapshot('joined', 4)],
    ['there is none', snapshot('joined', null)],
    ['the seat is not in it any more', snapshot('admitted', 3)],
  ])('joins again where %s', async (_, now) => {
    expect((await inRoom(now)).joinAgain).toHaveBeenCalledTimes(1);
  });
});
