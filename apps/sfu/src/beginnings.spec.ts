import { Beginnings } from './beginnings';

class Somebody {
  arriving = true;
}

describe('Beginnings', () => {
  let begun: string[];
  let room: Somebody[];
  let beginnings: Beginnings<Somebody>;
  const picture = (name: string) => ({
    begin: async () => {
      begun.push(name);
    },
  });
  beforeEach(() => {
    jest.useFakeTimers();
    begun = [];
    room = [new Somebody(), new Somebody(), new Somebody()];
    beginnings = new Beginnings();
  });
  afterEach(() => void jest.useRealTimers());

  it('lets whoever comes alone begin at once', () => {
    const [first, ...others] = room as [Somebody, ...Somebody[]];
    for (const other of others) other.arriving = false;
    expect(beginnings.gathers(first, room)).toBe(false);
    first.arriving = false;
    for (const other of others) other.arriving = true;
    expect(beginnings.gathers(first, room)).toBe(false);
  });

  it('begins for all when the last of them is there', () => {
    for (const [at, seat] of room.entries()) {
      expect(beginnings.gathers(seat, room)).toBe(true);
      beginnings.add(seat, picture(`${at} a`));
      beginnings.add(seat, picture(`${at} b`));
    }
    for (const seat of room.slice(0, 2)) {
      seat.arriving = false;
      beginnings.look();
    }
    expect(begun).toEqual([]);
    for (const seat of room) seat.arriving = false;
    beginnings.look();
    expect(begun).toEqual(['0 a', '0 b', '1 a', '1 b', '2 a', '2 b']);
    jest.runAllTimers();
    expect(begun).toHaveLength(6);
  });

  it('waits no longer than 150 ms from the first who is there', () => {
    for (const seat of room) beginnings.add(seat, picture('a'));
    jest.advanceTimersByTime(5000);
    expect(begun).toEqual([]);
    (room[0] as Somebody).arriving = false;
    beginnings.look();
    jest.advanceTimersByTime(149);
    expect(begun).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(begun).toHaveLength(3);
  });

  it('has nothing left to do in a room that is closed', () => {
    for (const seat of room) beginnings.add(seat, picture('a'));
    (room[0] as Somebody).arriving = false;
    beginnings.look();
    beginnings.close();
    jest.runAllTimers();
    expect(begun).toEqual([]);
  });
});
