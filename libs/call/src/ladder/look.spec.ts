import { gauge, type Counted, type View } from './look';

/** A link that is counted once a second; each look adds so much. */
function link(view: Partial<View> = {}, estimate: number | null = null) {
  const read = gauge();
  const sums: Counted = {
    ...{ heard: 0, bytes: 0, audio: { all: 0, lost: 0 }, video: { all: 0, lost: 0 } },
    ...{ estimate, roundTripMs: 80, trips: 1, way: 'a', firsthand: false, limited: false, probed: false },
  };
  let now = 0;
  const second = (more: Partial<Record<'heard' | 'bytes' | 'audio' | 'audioLost' | 'video' | 'videoLost', number>>) => {
    now += 1000;
    sums.heard += more.heard ?? 100;
    sums.bytes += more.bytes ?? 0;
    sums.audio = { all: sums.audio.all + (more.audio ?? 50), lost: sums.audio.lost + (more.audioLost ?? 0) };
    sums.video = { all: sums.video.all + (more.video ?? 30), lost: sums.video.lost + (more.videoLost ?? 0) };
    const all: View = { step: 'full', expecting: true, pictures: true, far: null, ...view };
    return read.read(now, { ...sums }, all);
  };
  return { second, sums, view, settle: () => read.settle(now), awake: (at: number) => read.awake((now = at)) };
}
const kbps = (amount: number) => ({ bytes: amount * 125 });

describe('what is said of a link each second', () => {
  it('tells a loss of sound apart from one of pictures, over four seconds', () => {
    const { second } = link();
    second({});
    const lossy = second({ audio: 50, audioLost: 5, video: 30, videoLost: 9 });
    expect(lossy).toMatchObject({ audioLoss: 0.1, videoLoss: 0.3 });
    for (let n = 0; n < 4; n += 1) second({});
    expect(second({})).toMatchObject({ audioLoss: 0, videoLoss: 0 });
  });

  it('counts a way that took long once, until it is measured anew', () => {
    const { second, sums } = link();
    Object.assign(sums, { roundTripMs: 2900, trips: 2 });
    expect(second({})).toMatchObject({ roundTripMs: 2900, lastTripMs: 2900, suspicious: true });
    expect(second({})).toMatchObject({ roundTripMs: null, lastTripMs: 2900, suspicious: false });
    Object.assign(sums, { trips: 3 });
    expect(second({}).roundTripMs).toBe(2900);
  });

  it('says nothing of a loss among a handful of packets', () => {
    const { second } = link();
    second({ audio: 2 });
    expect(second({ audio: 3, audioLost: 2 }).audioLoss).toBeNull();
  });

  it('believes the sfu, which knows whose loss it is, and asks it when packets are missing', () => {
    const { second } = link({ far: { loss: 0, pictureLoss: 0.02, roundTripMs: 900 } });
    second({});
    expect(second({})).toMatchObject({ suspicious: false });
    expect(second({ audioLost: 10, videoLost: 10 })).toMatchObject({
      ...{ audioLoss: 0, videoLoss: 0.02, roundTripMs: 900, suspicious: true },
    });
  });

  it('does not count what was on its way when less was asked for', () => {
    const { second, settle } = link();
    second({});
    settle();
    const read = Array.from({ length: 4 }, () => second({ audioLost: 10, videoLost: 6 }).audioLoss);
    expect(read).toEqual([null, null, 0.2, 0.2]);
  });

  it('believes the sfu of no more loss on the way here than is missing here', () => {
    const { second, sums } = link({ far: { loss: 0.6, pictureLoss: 0.6, roundTripMs: 80 } });
    second({});
    expect(second({ audioLost: 5 })).toMatchObject({ audioLoss: 0.6, videoLoss: 0.6 });
    sums.firsthand = true;
    expect(second({ videoLost: 6 })).toMatchObject({ audioLoss: 0.05, videoLoss: 0.1 });
  });

  it('counts nothing of what was lost by a cut, or by going over to another network', () => {
    const { second, sums } = link();
    second({});
    for (let n = 0; n < 2; n += 1) second({ heard: 0, audio: 0, video: 0 });
    const lost = { audio: 150, audioLost: 100, video: 90, videoLost: 60 };
    const clear = (...after: object[]) => [...after, {}, {}].map((more) => second(more).audioLoss);
    expect(clear(lost, {})).toEqual([null, null, null, 0]);
    sums.way = 'b';
    expect(clear({}, lost)).toEqual([null, null, null, 0]);
  });

  it('counts an estimate below what the step needs only where the link is made use of', () => {
    const used = link({}, 300);
    used.second({});
    expect(used.second(kbps(250)).kbps).toBe(300);
    const idle = link({}, 300);
    idle.second({});
    expect(idle.second(kbps(60)).kbps).toBeNull();
    idle.sums.limited = true;
    expect(idle.second(kbps(60)).kbps).toBe(300);
  });

  it('lets a try show what an estimate cannot, and believes one that has room', () => {
    const { second, sums } = link({ step: 'low' }, 290);
    second({});
    expect(second(kbps(180)).kbps).toBeNull();
    sums.probed = true;
    expect(second(kbps(180)).kbps).toBe(290);
    sums.probed = false;
    sums.estimate = 700;
    expect(second(kbps(180)).kbps).toBe(700);
  });

  it('measures no estimate while no picture is sent, nor for six seconds after a change', () => {
    const { second } = link({ pictures: false }, 100);
    second({});
    expect(second(kbps(90)).kbps).toBeNull();
    const changed = link({}, 100);
    changed.second({});
    changed.settle();
    const read = Array.from({ length: 7 }, () => changed.second(kbps(90)).kbps);
    expect(read).toEqual([null, null, null, null, null, 100, 100]);
  });

  it('counts a silence from the last thing heard, also when nobody expects anything of a dead path any more', () => {
    const { second, view } = link();
    second({});
    expect([second({ heard: 0 }), second({ heard: 0 })].map(({ silentMs }) => silentMs)).toEqual([1000, 2000]);
    view.expecting = false;
    expect(second({ heard: 0 }).silentMs).toBe(3000);
    expect(second({}).silentMs).toBe(0);
    expect(second({ heard: 0 }).silentMs).toBe(0);
  });

  it('takes neither a sleeping page nor a new transport for a silence or a loss', () => {
    const { second, sums, awake } = link();
    second({ heard: 5000 });
    awake(60_000);
    expect(second({ heard: 0 }).silentMs).toBe(1000);
    sums.heard = 0;
    sums.bytes = 0;
    sums.audio = { all: 0, lost: 0 };
    expect(second({})).toMatchObject({ silentMs: 0, audioLoss: null });
  });
});
