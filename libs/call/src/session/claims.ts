import type { VisitSnapshot } from '@okaeri/contracts';
import { asFailure, type CallFailure } from '../link/failure';
import type { Link } from '../link/link';
import type { DeviceHolder } from '../room/device';
import { retryAfter, type Ground } from './ground';
import type { Mailbox } from './mailbox';
import { endIn, endOf, newlyWaiting, type SeatHolder } from './seat';

export interface Claims {
  /** Takes the seat, or takes it back after a lost connection, and brings the room in line with the server. */
  claim(timeoutMs?: number): Promise<void>;
  /** Reads the visit again; several at once cost one more reading. */
  refresh(): Promise<void>;
}

export interface ClaimHooks {
  /** The seat is admitted, and this window is not in the room yet. */
  admitted(): void;
  joinAgain(): void;
}

/** All that concerns the own seat in the visit. */
export function makeClaims(
  ground: Ground,
  seat: SeatHolder,
  device: DeviceHolder,
  mailbox: Mailbox,
  hooks: ClaimHooks,
): Claims {
  const { options, store } = ground;
  /** The connection over which the seat is being claimed; an older one may still owe its answer. */
  let claiming: Link | null = null;
  let stale = false;

  async function claim(timeoutMs?: number, attempt = 0): Promise<void> {
    const mine = ground.link;
    if (!mine || claiming === mine) return;
    claiming = mine;
    mailbox.await();
    try {
      const again = seat.taken;
      const { snapshot, room: held } = await seat.claim(mine, ground.room?.epoch ?? null, timeoutMs);
      if (ground.link !== mine) return;
      ground.tell(null);
      apply(snapshot);
      ground.hold.set(mine.up);
      const { room } = ground;
      if (!again || !ground.inCall) return;
      if (room && held?.epoch === room.epoch) {
        await room.resume(held);
        if (ground.link === mine) ground.move('resumed');
      } else hooks.joinAgain();
    } catch (error) {
      if (ground.link === mine) failed(asFailure(error), mine, attempt);
    } finally {
      mailbox.answered();
      if (ground.link === mine) ground.show();
      done(mine);
    }
  }

  function failed(failure: CallFailure, mine: Link, attempt: number): void {
    const end = endOf(failure);
    if (end) return ground.shut(end, failure);
    ground.tell(failure);
    if (failure.passing) {
      // A lost connection claims again when it is back; one that is up but did not answer is asked again.
      if (mine.up) ground.later(retryAfter(attempt), () => void claim(undefined, attempt + 1));
    } else if (failure.code === 'sign_in_needed' || !ground.move('refused')) ground.shut(null, failure);
  }

  async function refresh(): Promise<void> {
    const mine = ground.link;
    if (!mine?.up || !seat.taken) return;
    if (claiming === mine) {
      stale = true;
      return;
    }
    claiming = mine;
    try {
      // The room is not asked for: with as many streams as a full one has, all who look again would keep the sfu busy.
      const { snapshot } = await seat.claim(mine, null);
      if (ground.link !== mine) return;
      apply(snapshot);
      const { room } = ground;
      const inside = snapshot.me.state === 'joined' && snapshot.epoch === room?.epoch;
      if (room && ground.phase === 'joined' && !inside) hooks.joinAgain();
    } catch (error) {
      const failure = asFailure(error);
      const end = endOf(failure);
      if (end && ground.link === mine) ground.shut(end, failure);
    } finally {
      done(mine);
    }
  }

  /** What changed while the answer was on its way is read once more. */
  function done(over: Link): void {
    if (claiming === over) claiming = null;
    if (!stale || ground.link !== over) return;
    stale = false;
    void refresh();
  }

  function apply(snapshot: VisitSnapshot): void {
    const before = store.getSnapshot().snapshot;
    if (before && snapshot.version < before.version) return;
    if (snapshot.rtpCapabilities) device.prepare(snapshot.rtpCapabilities);
    store.set({ snapshot, showing: snapshot.showing });
    ground.hear(snapshot);
    const end = endIn(snapshot);
    if (end) return ground.shut(end, null);
    const waiting = newlyWaiting(before, snapshot);
    if (waiting.length > 0) options.onEvent?.({ name: 'waiting', seatIds: waiting });
    const { state } = snapshot.me;
    if (state === 'waiting') ground.move('seat.waiting');
    else if ((state === 'admitted' || state === 'joined') && ground.move('seat.admitted')) {
      if (before) options.onEvent?.({ name: 'admitted' });
      hooks.admitted();
    }
  }

  return { claim: (timeoutMs) => claim(timeoutMs), refresh };
}
