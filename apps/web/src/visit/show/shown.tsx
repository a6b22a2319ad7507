/** The screen or the tour that is shown to everybody. */
export function Shown() {
  return null;
}
