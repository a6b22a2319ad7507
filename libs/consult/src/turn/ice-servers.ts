import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { IceServer } from '@okaeri/contracts';
import { now, Temporal } from '@okaeri/words/time';

/** Where a firewall leaves only 443 open, and the secret that its credentials are made from. */
export interface TurnOptions {
  urls: readonly string[];
  secret: string;
}
export const TURN = Symbol('turn');

/** A visit may run over; who is in it then gets new ones with each restart of her path. */
const afterTheEnd = { minutes: 10 };

/** The ways around a firewall that a window is told. Without a TURN server there are none. */
@Injectable()
export class IceServers {
  constructor(@Inject(TURN) readonly turn: TurnOptions | null) {}

  /** Of one seat, and good until soon after its visit has ended: coturn knows both by the name alone. */
  of(seatId: string, endsAt: Temporal.Instant): IceServer[] {
    if (!this.turn) return [];
    const present = now();
    const last = Temporal.Instant.compare(endsAt, present) > 0 ? endsAt : present;
    const expiry = Math.floor(last.add(afterTheEnd).epochMilliseconds / 1000);
    const username = `${expiry}:${seatId}`;
    const credential = createHmac('sha1', this.turn.secret).update(username).digest('base64');
    return [{ urls: [...this.turn.urls], username, credential }];
  }
}
