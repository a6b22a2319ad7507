/** Who waits to be rung. */
export function Callbacks() {
  return null;
}
