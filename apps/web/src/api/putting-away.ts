/*
 * What a script that was fetched later keeps in memory of the person at this window. It says here how that is put away, so
 * that signing out need not fetch the script.
 */
const acts = new Set<() => void>();

export const whenSignedOut = (act: () => void): void => void acts.add(act);

export function putAway(): void {
  for (const act of acts) act();
}
