import { useMemo } from 'react';
import { localeTags, type Locale } from '@okaeri/contracts';
import { useLocale } from '../locale/locale';

/** Numbers of a link as the reader writes them; `null` is said as a dash by whoever shows it. */
export interface Units {
  milliseconds(value: number): string;
  share(value: number): string;
  kilobits(value: number): string;
  plain(value: number): string;
}

export function unitsOf(locale: Locale): Units {
  const tag = localeTags[locale];
  // Narrow: “187ms”, not “187 millisecs”.
  const whole = { maximumFractionDigits: 0, unitDisplay: 'narrow' } as const;
  const milliseconds = new Intl.NumberFormat(tag, { style: 'unit', unit: 'millisecond', ...whole });
  const kilobits = new Intl.NumberFormat(tag, { style: 'unit', unit: 'kilobit-per-second', ...whole });
  const share = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const plain = new Intl.NumberFormat(tag, whole);
  return {
    milliseconds: (value) => milliseconds.format(value),
    share: (value) => share.format(value),
    kilobits: (value) => kilobits.format(value),
    plain: (value) => plain.format(value),
  };
}

export function useUnits(): Units {
  const { locale } = useLocale();
  return useMemo(() => unitsOf(locale), [locale]);
}
