import { receivedLevel, speakingGate } from './speaking';

describe('who speaks', () => {
  it('holds through the pause between two words and ends after it', () => {
    const gate = speakingGate();
    expect(gate.hear(0.001, 0)).toBe(false);
    expect(gate.hear(0.1, 200)).toBe(true);
    expect(gate.hear(0, 800)).toBe(true);
    expect(gate.hear(0, 900)).toBe(false);
  });

  it('takes a receiver that knows no level for silent', () => {
    expect(receivedLevel(undefined)).toBe(0);
    expect(receivedLevel({} as RTCRtpReceiver)).toBe(0);
  });
});
