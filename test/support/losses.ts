import type { Page } from 'playwright-core';
import type { Step } from '@okaeri/contracts';

/** Packets, and those of them that never came. */
export interface Counted {
  lost: number;
  all: number;
}

export const lossOf = ({ lost, all }: Counted): number => (all > 0 ? Math.max(0, lost) / all : 0);

/**
 * What two counts of one and the same loss may differ by: where packets are lost by chance, whatever is in them, neither
 * sound nor pictures can lose less.
 */
export function chance(one: Counted, other: Counted): number {
  const share = (one.lost + other.lost) / (one.all + other.all);
  return 3 * Math.sqrt(share * (1 - share) * (1 / one.all + 1 / other.all));
}

/** What came to a page while it was on a step: of the voice of one person, and of the pictures of all. */
export type Losses = Partial<Record<Step, Record<'voice' | 'pictures', Counted>>>;
interface LossWindow {
  okaeriPeers: RTCPeerConnection[];
  okaeriLosses: Losses;
}

/** Counts from now on, each second, by the browser's own statistics. What a second has lost is of the step it began on. */
export const noteLosses = (page: Page, seatId: string): Promise<void> =>
  page.evaluate((seat) => {
    const self = window as unknown as LossWindow;
    const losses: Losses = (self.okaeriLosses = {});
    const known = new Map<string, Counted>();
    const stepNow = () => document.querySelector('[data-step-down]')?.getAttribute('data-step-down') as Step;
    let step = stepNow();
    const look = async () => {
      const element = document.querySelector<HTMLAudioElement>(`audio[data-kind="voice"][data-seat="${seat}"]`);
      const voice = (element?.srcObject as MediaStream | null)?.getAudioTracks()[0]?.id;
      const sums = (losses[step] ??= { voice: { lost: 0, all: 0 }, pictures: { lost: 0, all: 0 } });
      step = stepNow();
      for (const [n, peer] of self.okaeriPeers.entries()) {
        if (peer.connectionState === 'closed') continue;
        (await peer.getStats()).forEach((entry: RTCInboundRtpStreamStats) => {
          // What probes the link is lost first, and is nobody's.
          if (entry.type !== 'inbound-rtp' || entry.mid === 'probator') return;
          if (entry.kind === 'audio' && entry.trackIdentifier !== voice) return;
          const lost = entry.packetsLost ?? 0;
          const now = { lost, all: lost + (entry.packetsReceived ?? 0) };
          const before = known.get(`${n} ${entry.ssrc}`);
          known.set(`${n} ${entry.ssrc}`, now);
          if (!before) return;
          const sum = entry.kind === 'audio' ? sums.voice : sums.pictures;
          sum.lost += now.lost - before.lost;
          sum.all += now.all - before.all;
        });
      }
    };
    setInterval(() => void look(), 1000);
  }, seatId);

export const notedLosses = (page: Page): Promise<Losses> =>
  page.evaluate(() => (window as unknown as LossWindow).okaeriLosses);
