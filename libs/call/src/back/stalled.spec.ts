import type { Received } from '../room/receive';
import { watchOthers } from './stalled';

const stream = (seatId: string, id: string, more: Partial<Received['offer']> = {}) =>
  ({
    offer: { seatId, paused: false, producerPaused: false, held: false, ...more },
    consumer: { track: { id } },
  }) as unknown as Received;

/** One look each second: how many packets each track has had by then. */
function looks(received: readonly Received[], alive = true) {
  const others = watchOthers();
  let at = 0;
  return (...packets: [string, number, agoMs?: number][]) => {
    const arrived = new Map(packets.map(([id, count, agoMs = 0]) => [id, { packets: count, agoMs }]));
    return [...others.look((at += 1000), received, arrived, alive)];
  };
}

describe('whose link is gone', () => {
  it('is told after two seconds of nothing, and taken back with the first packet', () => {
    const look = looks([stream('a', 'a1'), stream('b', 'b1')]);
    expect(look(['a1', 10], ['b1', 10])).toEqual([]);
    expect(look(['a1', 10], ['b1', 60])).toEqual([]);
    expect(look(['a1', 10], ['b1', 110])).toEqual(['a']);
    expect(look(['a1', 11], ['b1', 160])).toEqual([]);
  });

  it('counts from when the last packet came, and not from when it was seen', () => {
    const look = looks([stream('a', 'a1')]);
    look(['a1', 10]);
    look(['a1', 20, 900]);
    expect(look(['a1', 20, 1900])).toEqual(['a']);
  });

  it('says when the next of them will be, so that nobody has to look all the time', () => {
    const others = watchOthers();
    const look = (at: number, agoMs: number) =>
      others.look(at, [stream('a', 'a1')], new Map([['a1', { packets: at - agoMs, agoMs }]]), true);
    look(1000, 0);
    look(2000, 700);
    expect(others.nextMs).toBe(800);
    expect([...look(2800, 1500)]).toEqual(['a']);
    expect(others.nextMs).toBe(Infinity);
  });

  it('takes a picture that freezes beside a voice that goes on for no lost link', () => {
    const look = looks([stream('a', 'voice'), stream('a', 'picture')]);
    look(['voice', 1], ['picture', 1]);
    look(['voice', 2], ['picture', 1]);
    expect(look(['voice', 3], ['picture', 1])).toEqual([]);
  });

  it.each([[{ producerPaused: true }], [{ held: true }], [{ paused: true }]])(
    'expects nothing of what is %j',
    (more) => {
      const look = looks([stream('a', 'a1', more)]);
      for (let n = 0; n < 5; n += 1) expect(look(['a1', 0])).toEqual([]);
    },
  );

  it('blames nobody while the own link is gone', () => {
    const look = looks([stream('a', 'a1')], false);
    for (let n = 0; n < 5; n += 1) expect(look(['a1', 7])).toEqual([]);
  });
});
