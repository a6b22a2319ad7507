import { useMemo } from 'react';
import { arrivalCountries, localeTags } from '@okaeri/contracts';
import { useLocale } from '../locale/locale';
import { sortedCountries } from '../visit/arrival/countries';
import { ChoiceField } from './fields';
import type { Option } from './fields';
import type { Form, Values } from './use-form';

/** Countries by the name that the reader's language has for them. */
export function useCountries(): Option[] {
  const { locale } = useLocale();
  return useMemo(
    () => sortedCountries(arrivalCountries, localeTags[locale]).map(({ code, name }) => ({ value: code, label: name })),
    [locale],
  );
}

/** "America/Argentina/Buenos_Aires" is looked for under B. */
function zoneLabel(zone: string): string {
  const parts = zone.replace(/_/g, ' ').split('/');
  const city = parts.pop() ?? zone;
  return parts.length > 0 ? `${city} (${parts.join(', ')})` : city;
}

function allZones(): Option[] {
  const known = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'));
  return known.map((zone) => ({ value: zone, label: zoneLabel(zone) })).sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** Zones by their city. One that this browser does not know stays on the list while it is chosen. */
export function ZoneField<V extends Values>(props: {
  form: Form<V>;
  name: Parameters<typeof ChoiceField<V>>[0]['name'];
  label: string;
  hint?: string;
  empty?: string;
}) {
  const zones = useMemo(() => allZones(), []);
  const chosen = String(props.form.values[props.name]);
  const foreign = chosen !== '' && !zones.some(({ value }) => value === chosen);
  const options = foreign ? [{ value: chosen, label: zoneLabel(chosen) }, ...zones] : zones;
  return <ChoiceField {...props} options={options} />;
}

/** Where a country has one clock, or most people one, the form offers it. */
const usualZones: Readonly<Record<string, string>> = {
  JP: 'Asia/Tokyo',
  KR: 'Asia/Seoul',
  VN: 'Asia/Ho_Chi_Minh',
  CN: 'Asia/Shanghai',
  TW: 'Asia/Taipei',
  HK: 'Asia/Hong_Kong',
  SG: 'Asia/Singapore',
  TH: 'Asia/Bangkok',
  PH: 'Asia/Manila',
  FR: 'Europe/Paris',
  DE: 'Europe/Berlin',
  GB: 'Europe/London',
};

export function usualZoneOf(country: string): string | null {
  return usualZones[country] ?? null;
}

/** The zone this device lives by, where it tells. */
export function browserZone(): string | null {
  // Only its name is asked for; words for times come from the server.
  // oxlint-disable-next-line no-restricted-properties
  return new Intl.DateTimeFormat().resolvedOptions().timeZone ?? null;
}
