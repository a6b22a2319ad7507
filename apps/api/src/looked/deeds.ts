import type { Deed } from '@okaeri/contracts';

/** What a permission of the ledger was about, as a patient tells it. The first that fits. */
const known: readonly (readonly [Deed, RegExp])[] = [
  ['lists', /^(day\.read|board\.read|ready\.read|clocks\.read)$/],
  ['case', /^episode\.read$/],
  ['chat', /^visit\.chat\./],
  ['room', /^visit\.(enter|leave|media|sound|admit|remove|end)$/],
  ['visit', /^visit\.(read|history|quality|ready)$/],
  ['fileRead', /^file\.read$/],
  ['fileWrite', /^(file\.(write|remove)|visit\.files\.add)$/],
  ['noteRead', /^note\.read$/],
  ['noteWrite', /^note\.(write|sign)$/],
  ['messages', /^(thread\.|visit\.questions)/],
  ['details', /^patient\./],
  ['emergency', /^glass\./],
  ['record', /^record\./],
  ['link', /^link\./],
  ['sharing', /^share\./],
  ['account', /^ledger\./],
  ['arrange', /^(visit|episode|series|waitlist|allowance|task|ask|slots|clocks|availability)\./],
];

/** A permission that nobody has thought of here is told all the same. */
export function deedOf(permission: string): Deed {
  return known.find(([, fits]) => fits.test(permission))?.[0] ?? 'other';
}
