import type { EffectName, EffectState } from './types';
import { veiled } from './veil';

/** A track that was made of another one. Stopping it leaves the other as it is. */
export interface Effect {
  track: MediaStreamTrack;
  stop(): void;
}

interface Dressing {
  /** Of the device, undressed. */
  raw: MediaStreamTrack;
  effect: Effect | null;
  /** Not only veiled while the effect is prepared. */
  ready: boolean;
}

interface EffectsOptions {
  /** What goes to the others now. */
  onTrack: (name: EffectName, track: MediaStreamTrack) => void;
  onState: (name: EffectName, state: EffectState) => void;
}

/**
 * What is done to the own voice and picture before they leave this device. Nothing of it is loaded before it is wished.
 * What is too slow here, or cannot be had, turns itself off and says so.
 */
export function createEffects({ onTrack, onState }: EffectsOptions) {
  const wished: Record<EffectName, boolean> = { noise: false, blur: false };
  const worn: Record<EffectName, Dressing | null> = { noise: null, blur: null };

  const make = async (name: EffectName, raw: MediaStreamTrack): Promise<Effect> => {
    if (name === 'noise') return (await import('./noise')).quieted(raw);
    return (await import('./blur')).blurred(raw, () => giveUp(name, raw, 'slow'));
  };

  function undress(name: EffectName): void {
    const dressing = worn[name];
    if (!dressing?.effect) return;
    const { effect, raw } = dressing;
    Object.assign(dressing, { effect: null, ready: false });
    if (raw.readyState === 'live') onTrack(name, raw);
    effect.stop();
  }

  function giveUp(name: EffectName, raw: MediaStreamTrack, why: 'slow' | 'failed'): void {
    if (worn[name]?.raw !== raw) return;
    wished[name] = false;
    undress(name);
    onState(name, why);
  }

  async function dress(name: EffectName): Promise<void> {
    const dressing = worn[name];
    if (!dressing || dressing.ready || !wished[name]) return;
    onState(name, 'starting');
    try {
      const effect = await make(name, dressing.raw);
      // Another device, or switched off, meanwhile.
      if (worn[name] !== dressing || !wished[name] || dressing.ready) return effect.stop();
      const before = dressing.effect;
      Object.assign(dressing, { effect, ready: true });
      onTrack(name, effect.track);
      before?.stop();
      onState(name, 'on');
    } catch {
      giveUp(name, dressing.raw, 'failed');
    }
  }

  return {
    wish(name: EffectName, on: boolean): void {
      wished[name] = on;
      if (on) return void dress(name);
      undress(name);
      onState(name, 'off');
    },
    /**
     * A device was opened; `null`: it was closed, and its effect with it. Gives what of it may leave now; a picture for
     * which blur is wished never leaves as it is, not even until blur is ready.
     */
    took(name: EffectName, raw: MediaStreamTrack | null): MediaStreamTrack | null {
      worn[name]?.effect?.stop();
      worn[name] = raw && { raw, effect: name === 'blur' && wished.blur ? veiled(raw) : null, ready: false };
      if (raw) void dress(name);
      return worn[name]?.effect?.track ?? raw;
    },
  };
}
