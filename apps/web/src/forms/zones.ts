/*
 * Time zones as a reader names them. Only names are asked of the browser here; words for times come from the server,
 * whose zone data is of this year.
 */

/** What a browser calls a zone: "Eastern Time" (`longGeneric`), or the place whose clock it is (`shortGeneric`). */
function nameOf(zone: string, tag: string, style: 'longGeneric' | 'shortGeneric'): string {
  try {
    // oxlint-disable-next-line no-restricted-properties
    const parts = new Intl.DateTimeFormat(tag, { timeZone: zone, timeZoneName: style }).formatToParts(0);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  } catch {
    // Newer than this browser's data.
    return cityOf(zone);
  }
}

function cityOf(zone: string): string {
  return (zone.split('/').pop() ?? zone).replace(/_/g, ' ');
}

const timeWord = / ?(時間|时间|시간)$/;

/** In a script without Latin letters the place is in that script too, where the browser has it. */
function placeOf(zone: string, tag: string): string {
  if (!/^(ja|zh|ko)/.test(tag)) return cityOf(zone);
  const name = nameOf(zone, tag, 'shortGeneric');
  return timeWord.test(name) ? name.replace(timeWord, '') : cityOf(zone);
}

export interface ZoneName {
  zone: string;
  label: string;
}

/** "Japan Standard Time", and with the place where several clocks have one name: "Eastern Time · Toronto". */
export function zoneNames(zones: readonly string[], tag: string): ZoneName[] {
  const named = zones.map((zone) => ({ zone, name: upper(nameOf(zone, tag, 'longGeneric'), tag) }));
  const shared = new Map<string, number>();
  for (const { name } of named) shared.set(name, (shared.get(name) ?? 0) + 1);
  const labels = named.map(({ zone, name }) => ({
    zone,
    label: (shared.get(name) ?? 0) > 1 ? `${name} · ${placeOf(zone, tag)}` : name,
  }));
  const { compare } = new Intl.Collator(tag);
  return labels.sort((a, b) => compare(a.label, b.label));
}

/** French names begin with a small letter: "heure de l’Est". */
function upper(name: string, tag: string): string {
  return name.slice(0, 1).toLocaleUpperCase(tag) + name.slice(1);
}

const known = new Map<string, ZoneName[]>();

/** All zones of places. A chosen one stands under the name that was chosen, also where this browser has an older one. */
export function zonesFor(tag: string, chosen: string): ZoneName[] {
  const all = known.get(tag) ?? zoneNames(places(), tag);
  known.set(tag, all);
  if (chosen === '' || all.some(({ zone }) => zone === chosen)) return all;
  const same = resolved(chosen);
  const at = same === null ? -1 : all.findIndex(({ zone }) => zone === same);
  if (at === -1) return [...zoneNames([chosen], tag), ...all];
  return all.map((each, index) => (index === at ? { ...each, zone: chosen } : each));
}

function places(): string[] {
  return Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'));
}

function resolved(zone: string): string | null {
  try {
    // oxlint-disable-next-line no-restricted-properties
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
