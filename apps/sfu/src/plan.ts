import type { MediaSource, SfuPlan } from '@okaeri/contracts';

/**
 * Whose microphones each seat of a room is given, and who sends a screen, as signaling said it last. Without one everything is let through; once
 * there is one, a seat that it does not name hears nobody and is heard by nobody.
 */
export class Plan {
  #last: SfuPlan | null = null;
  #hears = new Map<string, ReadonlySet<string>>();

  constructor(plan: SfuPlan | null = null) {
    if (plan) this.take(plan);
  }

  /** What a room that begins afresh starts with. */
  get last(): SfuPlan | null {
    return this.#last;
  }

  /** `false`: no newer than what is known. Any process may say the same again, and late. */
  take(plan: SfuPlan): boolean {
    if (this.#last && plan.version <= this.#last.version) return false;
    this.#last = plan;
    this.#hears = new Map(Object.entries(plan.hears).map(([seatId, heard]) => [seatId, new Set(heard)]));
    return true;
  }

  /** A screen is sent by who shows it, and by nobody else: its sound would pass every language. */
  admits(seatId: string, source: MediaSource): boolean {
    const ofScreen = source === 'screen' || source === 'screenSound';
    return !ofScreen || !this.#last || this.#last.screen === seatId;
  }

  /** Pictures, and what a shared window plays, are nobody's voice. */
  holds(listener: string, speaker: string, source: MediaSource): boolean {
    if (source !== 'microphone' || !this.#last) return false;
    return this.#hears.get(listener)?.has(speaker) !== true;
  }
}
