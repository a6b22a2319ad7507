const lookEveryMs = 1000;
/** A page that slept for longer than this may have lost anything: a closed lid, a call on the phone, a frozen tab. */
const gapMs = 4000;

/** Tells when the page has woken. Returns what ends it. */
export function watchGaps(woken: () => void): () => void {
  let lastAt = performance.now();
  let hiddenAt: number | null = null;

  const timer = setInterval(() => {
    const at = performance.now();
    const slept = at - lastAt > gapMs;
    lastAt = at;
    if (slept) woken();
  }, lookEveryMs);
  const turned = () => {
    const at = performance.now();
    if (document.visibilityState !== 'visible') hiddenAt ??= at;
    else {
      const away = hiddenAt !== null && at - hiddenAt > gapMs;
      hiddenAt = null;
      // Told once, by whichever notices first.
      lastAt = at;
      if (away) woken();
    }
  };
  document.addEventListener('visibilitychange', turned);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', turned);
  };
}
