/** What one look at the two transports found, as sums since they were opened. */
export interface QualitySample {
  packetsReceived: number;
  packetsLost: number;
  /** As the other end reports it, 0..1. */
  sendLoss: number;
  roundTripMs: number | null;
}

export interface QualityJudge {
  /** `weak` after two bad looks in a row, `good` again after four good ones: a word that flickers frightens. */
  judge(sample: QualitySample): 'good' | 'weak';
}

const badLoss = 0.06;
const badRoundTripMs = 700;
const badLooks = 2;
const goodLooks = 4;
/** Fewer packets than this between two looks say nothing about a rate of loss. */
const enoughPackets = 20;

export function qualityJudge(): QualityJudge {
  let before: QualitySample | null = null;
  let word: 'good' | 'weak' = 'good';
  let streak = 0;
  return {
    judge(sample) {
      const lost = Math.max(0, sample.packetsLost - (before?.packetsLost ?? 0));
      const received = Math.max(0, sample.packetsReceived - (before?.packetsReceived ?? 0));
      before = sample;
      const loss = lost + received < enoughPackets ? 0 : lost / (lost + received);
      const bad = loss > badLoss || sample.sendLoss > badLoss || (sample.roundTripMs ?? 0) > badRoundTripMs;
      streak = bad === (word === 'good') ? streak + 1 : 0;
      if (streak >= (word === 'good' ? badLooks : goodLooks)) {
        word = bad ? 'weak' : 'good';
        streak = 0;
      }
      return word;
    },
  };
}
