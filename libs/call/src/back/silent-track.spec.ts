import { watchTrack, type Heard } from './silent-track';

const fine: Heard = { muted: false, level: 0.1, visible: true };

/** Looks four times a second; what it says other than `fine` and `wait`, and when. */
function over(seconds: number, heard: Heard | ((second: number) => Heard), watch = watchTrack(), from = 0) {
  const said: [number, string][] = [];
  for (let at = from; at <= from + seconds * 1000; at += 250) {
    const verdict = watch.judge(at, typeof heard === 'function' ? heard((at - from) / 1000) : heard);
    if (verdict !== 'fine' && verdict !== 'wait') said.push([at - from, verdict]);
  }
  return said;
}

describe('an own track that gives nothing', () => {
  it('is opened anew after three muted seconds, twice, and then she is told', () => {
    const said = over(12, { ...fine, muted: true });
    expect(said.slice(0, 2)).toEqual([
      [3000, 'renew'],
      [6250, 'renew'],
    ]);
    expect(said[2]).toEqual([9500, 'silent']);
  });

  it('is opened anew after five seconds of nothing at all, if it was ever heard', () => {
    expect(over(6, (second) => ({ ...fine, level: second < 0.5 ? 0.1 : 0 }))).toEqual([[5500, 'renew']]);
    expect(over(20, { ...fine, level: 0 })).toEqual([]);
  });

  it('is left alone in a room that is merely quiet, while the page is out of sight, and for a moment', () => {
    expect(over(20, { ...fine, level: 0.0001 })).toEqual([]);
    expect(over(20, { ...fine, muted: true, visible: false })).toEqual([]);
    expect(over(20, (second) => ({ ...fine, muted: second % 3 < 2 }))).toEqual([]);
  });

  it('is tried again once it has worked, or the page has woken', () => {
    const watch = watchTrack();
    over(12, { ...fine, muted: true }, watch);
    over(1, fine, watch, 20_000);
    expect(over(4, { ...fine, muted: true }, watch, 30_000)).toEqual([[3000, 'renew']]);
    over(12, { ...fine, muted: true }, watch, 40_000);
    watch.afresh();
    expect(over(0, { ...fine, muted: true }, watch, 60_000)).toEqual([[0, 'renew']]);
  });

  it('of a camera is judged by what the browser says alone', () => {
    expect(over(10, { muted: false, level: null, visible: true })).toEqual([]);
    expect(over(4, { muted: true, level: null, visible: true })).toEqual([[3000, 'renew']]);
  });
});
