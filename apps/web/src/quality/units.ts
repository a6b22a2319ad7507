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
  const plain = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  return {
    // As engineers of all six languages write them; a number and its unit stay together.
    milliseconds: (value) => `${plain.format(value)}\u00a0ms`,
    share: (value) => share.format(value),
    kilobits: (value) => `${plain.format(value)}\u00a0kb/s`,
    plain: (value) => plain.format(value),
  };
}

export function useUnits(): Units {
  const { locale } = useLocale();
  return useMemo(() => unitsOf(locale), [locale]);
}
