/** A message to be recorded while the link is gone. */
export function Record() {
  return null;
}
