import { useCallback, useEffect, useRef, useState } from 'react';

/** Two soft tones, a major third apart: heard across a ward office, never startling. */
const tones = [
  { hertz: 659.25, at: 0 },
  { hertz: 523.25, at: 0.22 },
] as const;
const seconds = 0.55;
const loudness = 0.16;
const patienceMs = 500;

let context: AudioContext | null = null;

function play(audio: AudioContext): void {
  for (const { hertz, at } of tones) {
    const from = audio.currentTime + at;
    const tone = audio.createOscillator();
    const gain = audio.createGain();
    tone.frequency.value = hertz;
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(loudness, from + 0.03);
    gain.gain.exponentialRampToValueAtTime(0.0001, from + seconds);
    tone.connect(gain).connect(audio.destination);
    tone.start(from);
    tone.stop(from + seconds);
  }
}

/** Sounds once for everyone who newly waits. `silent` while the browser wants a click before it lets us. */
export function useChime(waiting: readonly string[]): { silent: boolean; allow: () => void } {
  const [silent, setSilent] = useState(false);
  const heard = useRef<ReadonlySet<string>>(new Set());

  useEffect(() => {
    context ??= new AudioContext();
    const audio = context;
    const look = () => setSilent(audio.state !== 'running');
    // A browser that lets us answers at once; one that does not leaves this promise open until the first click.
    void audio.resume().then(look, look);
    // Where it may play it does so within a moment; a button that comes and goes again would only make the page jump.
    const later = setTimeout(look, patienceMs);
    audio.addEventListener('statechange', look);
    // Any first click or key on the page is enough for the browser, not only the one on our button.
    const wake = () => void audio.resume();
    window.addEventListener('pointerdown', wake);
    window.addEventListener('keydown', wake);
    return () => {
      clearTimeout(later);
      audio.removeEventListener('statechange', look);
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake);
    };
  }, []);

  const key = waiting.join('|');
  useEffect(() => {
    const now = key === '' ? [] : key.split('|');
    const fresh = now.some((one) => !heard.current.has(one));
    if (silent) return;
    heard.current = new Set(now);
    if (fresh && context?.state === 'running') play(context);
  }, [key, silent]);

  const allow = useCallback(() => {
    // The tone after the click also tells her what to listen for.
    void context?.resume().then(() => context && play(context));
  }, []);
  return { silent, allow };
}
