import type { LocalTrack } from '@okaeri/call';
import { standInFor, troubleOf, waysOn } from './trouble';

const media = { microphone: null, camera: null, microphoneProblem: null, cameraProblem: null };
const track = {} as LocalTrack;

describe('what is wrong with sound and picture', () => {
  it('is nothing when both are there', () => {
    expect(troubleOf({ ...media, microphone: track, camera: track })).toBeNull();
  });

  it('is told once for both', () => {
    expect(troubleOf({ ...media, microphoneProblem: 'denied', cameraProblem: 'denied' })).toEqual({
      problem: 'denied',
      what: 'both',
    });
    expect(troubleOf({ ...media, microphoneProblem: 'missing', cameraProblem: 'taken' })).toEqual({
      problem: 'taken',
      what: 'both',
    });
  });

  it('is told for the one that fails', () => {
    expect(troubleOf({ ...media, microphone: track, cameraProblem: 'taken' })).toEqual({
      problem: 'taken',
      what: 'camera',
    });
  });
});

describe('the ways on', () => {
  it('always has one', () => {
    for (const problem of ['denied', 'missing', 'taken', 'insecure', 'unsupported', 'lost'] as const) {
      for (const what of ['both', 'microphone', 'camera'] as const) {
        const there = { ...media, microphone: what === 'camera' ? track : null };
        expect(waysOn({ problem, what }, there, false).length).toBeGreaterThan(0);
      }
    }
  });

  it('offers sound only when the sound is there', () => {
    expect(waysOn({ problem: 'taken', what: 'camera' }, { ...media, microphone: track }, false)).toEqual([
      'again',
      'soundOnly',
    ]);
    expect(waysOn({ problem: 'denied', what: 'both' }, media, false)).toEqual(['again', 'listenOnly']);
  });

  it('keeps test pictures to the demo world', () => {
    expect(waysOn({ problem: 'missing', what: 'both' }, media, true)).toContain('testPicture');
    expect(waysOn({ problem: 'missing', what: 'both' }, media, false)).not.toContain('testPicture');
  });

  it('leads out of an app that has no camera', () => {
    expect(waysOn({ problem: 'unsupported', what: 'both' }, media, false)[0]).toBe('openElsewhere');
  });
});

it('gives six people six pitches', () => {
  const seats = ['a', 'b', 'c', 'd', 'e', 'f'].map((seatId) => ({ seatId }));
  expect(new Set(seats.map(({ seatId }) => standInFor(seatId, seats).pitch)).size).toBe(6);
});
