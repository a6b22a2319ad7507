import { qualityJudge, type QualitySample } from './quality';

/** Looks at a line, one after the other; each adds so many packets, of which so many are lost. */
function line() {
  const judge = qualityJudge();
  const sum: QualitySample = { packetsReceived: 0, packetsLost: 0, sendLoss: 0, roundTripMs: 50 };
  return (received: number, lost: number, more: Partial<QualitySample> = {}) => {
    sum.packetsReceived += received;
    sum.packetsLost += lost;
    return judge.judge({ ...sum, ...more });
  };
}

describe('the word for the connection', () => {
  it('stays good over one bad moment', () => {
    const look = line();
    expect([look(100, 0), look(80, 20), look(100, 0), look(80, 20)]).toEqual(['good', 'good', 'good', 'good']);
  });

  it('turns weak after two bad looks and good again after four good ones', () => {
    const look = line();
    expect([look(80, 20), look(80, 20)]).toEqual(['good', 'weak']);
    expect([look(100, 0), look(100, 0), look(100, 0)]).toEqual(['weak', 'weak', 'weak']);
    expect(look(100, 0)).toBe('good');
  });

  it('hears the other end and the distance, too', () => {
    const look = line();
    expect([look(100, 0, { sendLoss: 0.2 }), look(100, 0, { roundTripMs: 900 })]).toEqual(['good', 'weak']);
  });

  it('judges no loss by a handful of packets', () => {
    const look = line();
    expect([look(3, 3), look(3, 3), look(3, 3)]).toEqual(['good', 'good', 'good']);
  });

  it('takes a counter that starts over, after joining again, for no loss', () => {
    const judge = qualityJudge();
    const sample = { packetsReceived: 5000, packetsLost: 100, sendLoss: 0, roundTripMs: null };
    judge.judge(sample);
    expect(judge.judge({ ...sample, packetsReceived: 50, packetsLost: 0 })).toBe('good');
  });
});
