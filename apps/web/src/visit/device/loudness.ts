const floor = -60;

/** From the root mean square of a signal to 0..1 as an ear counts: 0 is silence, 1 very loud, speech about 0.6. */
export function loudness(rms: number): number {
  if (rms <= 0) return 0;
  return Math.min(1, Math.max(0, (20 * Math.log10(rms) - floor) / -floor));
}
