import { Inject, Injectable } from '@nestjs/common';
import type { IceServer } from '@okaeri/contracts';
import type { Temporal } from '@okaeri/words/time';

/** Where a firewall leaves only 443 open, and the secret that its credentials are made from. */
export interface TurnOptions {
  urls: readonly string[];
  secret: string;
}
export const TURN = Symbol('turn');

/** The ways around a firewall that a window is told. Without a TURN server there are none. */
@Injectable()
export class IceServers {
  constructor(@Inject(TURN) readonly turn: TurnOptions | null) {}

  /** Of one seat, and good until soon after its visit has ended. */
  of(_seatId: string, _endsAt: Temporal.Instant): IceServer[] {
    return [];
  }
}
