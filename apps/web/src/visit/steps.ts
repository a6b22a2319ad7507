import type { CallState } from '@okaeri/call';
import type { VisitPage } from '@okaeri/contracts';

/** Every screen of a visit; the route has one address and these faces. */
export type Screen =
  | 'early'
  | 'door'
  | 'arrival'
  | 'wait'
  | 'call'
  | 'left'
  | 'ended'
  | 'cancelled'
  | 'removed'
  | 'superseded'
  /** The visit got another time while this window was open. */
  | 'moved'
  /** The seat was refused for another reason, which the call's error says. */
  | 'failed';

/** What the person has done in this window since it opened. */
export interface Steps {
  /** She pressed "I'm ready". */
  ready: boolean;
  /** She left the call here and has not asked to come back. */
  gone: boolean;
}

type Page = Pick<VisitPage, 'card' | 'me'>;
type Call = Pick<CallState, 'phase' | 'closedReason' | 'error'>;

/**
 * Which screen is shown. What this window's own call says comes before what the page read by HTTP: the call is told at
 * once, the page a moment later.
 */
export function screenOf(page: Page, call: Call | null, steps: Steps): Screen {
  if (call?.phase === 'closed' && call.closedReason && call.closedReason !== 'self') return call.closedReason;
  const inCall = call && ['joining', 'joined', 'reconnecting'].includes(call.phase);
  if (inCall) return 'call';

  if (page.card.status === 'cancelled') return 'cancelled';
  if (page.card.status === 'fulfilled' || page.card.status === 'noshow' || page.card.door === 'over') return 'ended';
  if (page.me.state === 'removed') return 'removed';
  if (page.card.door === 'early') return 'early';
  if (steps.gone || call?.phase === 'left') return 'left';
  if (!steps.ready) return 'door';
  if (call?.phase === 'waiting') return 'wait';
  // Admitted means that the room opens in the same breath: the call's own screen says so.
  if (call?.phase === 'admitted') return 'call';
  if (page.me.arrivalNeeded && call?.phase !== 'closed') return 'arrival';
  if (call?.error && (call.phase === 'idle' || call.phase === 'closed')) return 'failed';
  return page.me.host ? 'call' : 'wait';
}

/** Screens in which an own picture is shown or sent; anywhere else the camera's light must be off. */
export const usesMedia = (screen: Screen): boolean =>
  screen === 'door' || screen === 'arrival' || screen === 'wait' || screen === 'call';

/**
 * Whether the seat is taken as soon as the device check opens, so that the click on "Join" costs one round trip. Only for
 * those who need nobody's leave, and never while another window of theirs holds the seat: that one would be closed by the
 * mere opening of this page.
 */
export function entersEarly(page: Page): boolean {
  if (page.card.door !== 'open' || page.me.arrivalNeeded) return false;
  if (page.me.state === 'admitted') return true;
  return page.me.host && (page.me.state === 'invited' || page.me.state === 'left');
}

/** Whether the others are heard here. `offHere`: off by itself, because another window on this machine is in the visit. */
export type Sound = 'undecided' | 'on' | 'off' | 'offHere';

/**
 * Two windows on one machine howl: the second one starts silent. In the demo world that is not on a network, every window
 * is on this machine, so somebody who is already in the room is.
 */
export function startsSilent(input: {
  demo: { lan: boolean } | null;
  ownSeatId: string;
  seats: readonly { seatId: string; state: string }[];
}): boolean {
  if (!input.demo || input.demo.lan) return false;
  return input.seats.some((seat) => seat.seatId !== input.ownSeatId && seat.state === 'joined');
}
