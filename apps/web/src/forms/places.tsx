import { useMemo } from 'react';
import { arrivalCountries, localeTags } from '@okaeri/contracts';
import { useLocale } from '../locale/locale';
import { sortedCountries } from '../visit/arrival/countries';
import { ChoiceField } from './fields';
import type { Option } from './fields';
import classes from './form.module.css';
import type { Form, Values } from './use-form';
import { zonesFor } from './zones';

/** Countries by the name that the reader's language has for them. */
export function useCountries(): Option[] {
  const { locale } = useLocale();
  return useMemo(
    () => sortedCountries(arrivalCountries, localeTags[locale]).map(({ code, name }) => ({ value: code, label: name })),
    [locale],
  );
}

/** Zones by the name that the reader's language has for them, with the one that machines use small beside it. */
export function ZoneField<V extends Values>({
  hint,
  ...props
}: {
  form: Form<V>;
  name: Parameters<typeof ChoiceField<V>>[0]['name'];
  label: string;
  hint?: string;
  empty?: string;
}) {
  const { locale } = useLocale();
  const chosen = String(props.form.values[props.name]);
  const options = useMemo(
    () => zonesFor(localeTags[locale], chosen).map(({ zone, label }) => ({ value: zone, label })),
    [locale, chosen],
  );
  const beside = (hint !== undefined || chosen !== '') && (
    <>
      {hint} {chosen !== '' && <span className={classes.zone}>{chosen}</span>}
    </>
  );
  return <ChoiceField {...props} hint={beside || undefined} options={options} />;
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

/** A form in which choosing the country chooses its clock too, where it has one. */
export function withUsualZone<V extends Values & { country: string; zone: string }>(form: Form<V>): Form<V> {
  return {
    ...form,
    set: (name, value) => {
      const zone = name === 'country' ? usualZones[String(value)] : undefined;
      if (zone) form.fill({ country: String(value), zone } as Partial<V>);
      else form.set(name, value);
    },
  };
}

/** The zone this device lives by, where it tells. */
export function browserZone(): string | null {
  // Only its name is asked for; words for times come from the server.
  // oxlint-disable-next-line no-restricted-properties
  return new Intl.DateTimeFormat().resolvedOptions().timeZone ?? null;
}
