/* What every page has to know of the messages on this device; what is in them is read by `kept.ts`, which is fetched when there are any. */

export const database = 'okaeri';
/** Says in one word whether it is worth opening the database at all. */
export const flag = 'okaeri.messages';

export const anyKept = (): boolean => localStorage.getItem(flag) !== null;

/** With her session, everything of hers leaves this device. */
export function forgetMessages(): void {
  if (!anyKept()) return;
  localStorage.removeItem(flag);
  indexedDB.deleteDatabase(database);
}
