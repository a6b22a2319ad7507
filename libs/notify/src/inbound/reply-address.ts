import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SeatId } from '@okaeri/contracts';
import type { House } from '@okaeri/platform';

const codeLetters = 16;

const codeOf = (house: House, seatId: string): string =>
  createHmac('sha256', house.key('reply', 32)).update(seatId).digest('hex').slice(0, codeLetters);

/**
 * Where a calendar program sends what its owner answers, of one seat always the same: an entry whose organizer changes is
 * another entry. It is all the proof there is, so that nobody can make one up.
 */
export const replyAddress = (house: House, seatId: SeatId, mailDomain: string): string =>
  `reply+${seatId.replaceAll('-', '')}${codeOf(house, seatId)}@${mailDomain}`;

/** The seat that such an address stands for, in whatever case a program wrote it. */
export function seatOfReply(house: House, recipient: string, mailDomain: string): SeatId | null {
  const [, hex, code, domain] = /^reply\+([0-9a-f]{32})([0-9a-f]{16})@(.+)$/.exec(recipient.toLowerCase()) ?? [];
  if (!hex || !code || domain !== mailDomain) return null;
  const seatId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const isOurs = timingSafeEqual(Buffer.from(code), Buffer.from(codeOf(house, seatId)));
  return isOurs ? (seatId as SeatId) : null;
}
